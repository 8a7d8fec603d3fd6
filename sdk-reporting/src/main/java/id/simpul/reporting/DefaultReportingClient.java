package id.simpul.reporting;

import id.simpul.core.ApiException;
import id.simpul.core.RequestOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The client over {@link id.simpul.core.OperationClient}. */
final class DefaultReportingClient implements ReportingClient {
  private static final int NOT_FOUND = 404;

  private final Calls calls;
  private final TokenWait tokens;
  private final ReportingRawClient raw;

  DefaultReportingClient(Calls calls, TokenWait tokens) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    this.raw = new DefaultReportingRawClient(calls);
  }

  static boolean isNotFound(ApiException failure) {
    return failure.status() == NOT_FOUND;
  }

  @Override
  public Discovery getDiscovery() {
    return raw.getDiscovery().body();
  }

  @Override
  public List<Service> listServices(ServiceQuery query) {
    return raw.listServices(query).body();
  }

  @Override
  public ServiceDefinition getServiceDefinition(ServiceCode serviceCode) {
    return raw.getServiceDefinition(serviceCode).body();
  }

  @Override
  public SubmissionReceipt submitReport(NewReport report) {
    return raw.submitReport(report).body();
  }

  @Override
  public SubmissionReceipt submitReport(NewReport report, RequestOptions options) {
    return raw.submitReport(report, options).body();
  }

  @Override
  public TokenAnswer getToken(ReportToken token) {
    return raw.getToken(token).body();
  }

  @Override
  public Optional<ReportId> awaitReport(ReportToken token) {
    return tokens.await(token);
  }

  @Override
  public List<Report> listReports(ReportQuery query) {
    return raw.listReports(query).body();
  }

  @Override
  public Report getReport(ReportId reportId) {
    return raw.getReport(reportId).body();
  }

  @Override
  public Optional<Report> findReport(ReportId reportId) {
    try {
      return Optional.of(getReport(reportId));
    } catch (ApiException e) {
      if (isNotFound(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ReportingAsyncClient async() {
    return new DefaultReportingAsyncClient(calls, tokens);
  }

  @Override
  public ReportingRawClient withResponse() {
    return raw;
  }

  @Override
  public ReportingClient withOptions(RequestOptions options) {
    Calls other = calls.with(options);
    return new DefaultReportingClient(other, tokens.with(other));
  }

  @Override
  public void close() {
    calls.close();
  }

  @Override
  public String toString() {
    return "ReportingClient[" + calls.baseUrl() + "]";
  }
}
