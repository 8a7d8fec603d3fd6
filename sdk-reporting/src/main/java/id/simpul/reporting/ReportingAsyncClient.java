package id.simpul.reporting;

import id.simpul.core.RequestOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@link ReportingClient} without waiting. Each future completes as the method of the same name
 * there returns or throws; cancelling it, or a future derived from it, ends the call down to its
 * socket. Thread-safe.
 */
public interface ReportingAsyncClient {
  /**
   * Asks where the node can be reached.
   *
   * @return what the node tells about itself
   */
  CompletableFuture<Discovery> getDiscovery();

  /**
   * Asks what kinds of report the node takes.
   *
   * @param query which services
   * @return the services, possibly none
   */
  CompletableFuture<List<Service>> listServices(ServiceQuery query);

  /**
   * Asks for the questions of a service.
   *
   * @param serviceCode the service
   * @return the questions, possibly none
   */
  CompletableFuture<ServiceDefinition> getServiceDefinition(ServiceCode serviceCode);

  /**
   * Files a report under an idempotency key of its own.
   *
   * @param report the report
   * @return the node's word that it took it
   */
  CompletableFuture<SubmissionReceipt> submitReport(NewReport report);

  /**
   * Files a report.
   *
   * @param report the report
   * @param options what this call does differently, most of all its idempotency key
   * @return the node's word that it took it
   */
  CompletableFuture<SubmissionReceipt> submitReport(NewReport report, RequestOptions options);

  /**
   * Asks once what became of a token.
   *
   * @param token the token
   * @return the answer, which may be that the report is not filed yet
   */
  CompletableFuture<TokenAnswer> getToken(ReportToken token);

  /**
   * Asks what became of a token until there is a report, or until {@link TokenPolling} ends.
   *
   * @param token the token
   * @return the report's id, or empty when it was still not filed at the last try
   */
  CompletableFuture<Optional<ReportId>> awaitReport(ReportToken token);

  /**
   * Asks for reports.
   *
   * @param query which reports
   * @return the reports in the node's order, possibly none
   */
  CompletableFuture<List<Report>> listReports(ReportQuery query);

  /**
   * Asks for one report, with its extended members where the node has them.
   *
   * @param reportId the report
   * @return the report
   */
  CompletableFuture<Report> getReport(ReportId reportId);

  /**
   * Asks for one report that may not exist.
   *
   * @param reportId the report
   * @return the report, or empty when the node answers 404
   */
  CompletableFuture<Optional<Report>> findReport(ReportId reportId);
}
