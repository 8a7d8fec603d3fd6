package id.simpul.reporting;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.NoInput;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.ReportLookup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The view without waiting. */
final class DefaultReportingAsyncClient implements ReportingAsyncClient {
  private final Calls calls;
  private final TokenWait tokens;

  DefaultReportingAsyncClient(Calls calls, TokenWait tokens) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.tokens = Objects.requireNonNull(tokens, "tokens");
  }

  @Override
  public CompletableFuture<Discovery> getDiscovery() {
    return calls
        .operations()
        .callAsync(GeoReportV2.DISCOVERY, NoInput.NONE, calls.options())
        .thenApply(ApiResponse::body);
  }

  @Override
  public CompletableFuture<List<Service>> listServices(ServiceQuery query) {
    return calls.callAsync(GeoReportV2.LIST_SERVICES, query);
  }

  @Override
  public CompletableFuture<ServiceDefinition> getServiceDefinition(ServiceCode serviceCode) {
    return calls.callAsync(GeoReportV2.GET_SERVICE_DEFINITION, serviceCode);
  }

  @Override
  public CompletableFuture<SubmissionReceipt> submitReport(NewReport report) {
    return calls.callAsync(GeoReportV2.CREATE_REPORT, report);
  }

  @Override
  public CompletableFuture<SubmissionReceipt> submitReport(
      NewReport report, RequestOptions options) {
    return calls.with(options).callAsync(GeoReportV2.CREATE_REPORT, report);
  }

  @Override
  public CompletableFuture<TokenAnswer> getToken(ReportToken token) {
    return calls.callAsync(GeoReportV2.GET_TOKEN, token);
  }

  @Override
  public CompletableFuture<Optional<ReportId>> awaitReport(ReportToken token) {
    return tokens.awaitAsync(token);
  }

  @Override
  public CompletableFuture<List<Report>> listReports(ReportQuery query) {
    return calls.callAsync(GeoReportV2.LIST_REPORTS, query);
  }

  @Override
  public CompletableFuture<Report> getReport(ReportId reportId) {
    return calls.callAsync(GeoReportV2.GET_REPORT, new ReportLookup(reportId, true));
  }

  @Override
  public CompletableFuture<Optional<Report>> findReport(ReportId reportId) {
    return getReport(reportId).thenApply(Optional::of).exceptionally(this::emptyIfNotFound);
  }

  private Optional<Report> emptyIfNotFound(Throwable failure) {
    Throwable cause = TokenWait.unwrapped(failure);
    if (cause instanceof ApiException e && DefaultReportingClient.isNotFound(e)) {
      return Optional.empty();
    }
    throw new CompletionException(cause);
  }

  @Override
  public String toString() {
    return "ReportingAsyncClient[" + calls.baseUrl() + "]";
  }
}
