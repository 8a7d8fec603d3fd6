package id.simpul.examples.twocities;

import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.ReportingAsyncClient;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ReportingRawClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.ServiceQuery;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A node that takes reports, and whose answers get lost as often as it is told. */
final class FakeNode implements ReportingClient {
  private final Queue<TransportException.Kind> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, NewReport> byKey = new ConcurrentHashMap<>();

  FakeNode failingWith(TransportException.Kind... kinds) {
    failures.addAll(List.of(kinds));
    return this;
  }

  Map<String, NewReport> byKey() {
    return byKey;
  }

  @Override
  public SubmissionReceipt submitReport(NewReport report, RequestOptions options) {
    String key = options.idempotencyKey().orElseThrow();
    TransportException.Kind failure = failures.poll();
    if (failure == null || failure != TransportException.Kind.CONNECT) {
      byKey.merge(key, report, FakeNode::same);
    }
    if (failure != null) {
      throw new TransportException(
          URI.create("http://127.0.0.1:1"), "fake", failure, 1, Duration.ZERO, null);
    }
    return SubmissionReceipt.forReport(new ReportId("id-" + key)).build();
  }

  private static NewReport same(NewReport before, NewReport after) {
    if (!before.equals(after)) {
      throw new IllegalStateException("Another report under the same key");
    }
    return before;
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("Not needed here");
  }

  @Override
  public Discovery getDiscovery() {
    throw unused();
  }

  @Override
  public List<Service> listServices(ServiceQuery query) {
    throw unused();
  }

  @Override
  public ServiceDefinition getServiceDefinition(ServiceCode serviceCode) {
    throw unused();
  }

  @Override
  public SubmissionReceipt submitReport(NewReport report) {
    throw unused();
  }

  @Override
  public TokenAnswer getToken(ReportToken token) {
    throw unused();
  }

  @Override
  public Optional<ReportId> awaitReport(ReportToken token) {
    throw unused();
  }

  @Override
  public List<Report> listReports(ReportQuery query) {
    throw unused();
  }

  @Override
  public Report getReport(ReportId reportId) {
    throw unused();
  }

  @Override
  public Optional<Report> findReport(ReportId reportId) {
    throw unused();
  }

  @Override
  public ReportingAsyncClient async() {
    throw unused();
  }

  @Override
  public ReportingRawClient withResponse() {
    throw unused();
  }

  @Override
  public ReportingClient withOptions(RequestOptions options) {
    throw unused();
  }

  @Override
  public void close() {}
}
