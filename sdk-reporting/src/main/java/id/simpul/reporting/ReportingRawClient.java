package id.simpul.reporting;

import id.simpul.core.ApiResponse;
import id.simpul.core.RequestOptions;
import java.util.List;

/**
 * {@link ReportingClient} with all that came around each answer. Its methods throw what those of
 * the same name throw there. Thread-safe.
 */
public interface ReportingRawClient {
  /**
   * Asks where the node can be reached.
   *
   * @return what the node tells about itself
   */
  ApiResponse<Discovery> getDiscovery();

  /**
   * Asks what kinds of report the node takes.
   *
   * @param query which services
   * @return the services, possibly none
   */
  ApiResponse<List<Service>> listServices(ServiceQuery query);

  /**
   * Asks for the questions of a service.
   *
   * @param serviceCode the service
   * @return the questions, possibly none
   */
  ApiResponse<ServiceDefinition> getServiceDefinition(ServiceCode serviceCode);

  /**
   * Files a report under an idempotency key of its own.
   *
   * @param report the report
   * @return the node's word that it took it
   */
  ApiResponse<SubmissionReceipt> submitReport(NewReport report);

  /**
   * Files a report.
   *
   * @param report the report
   * @param options what this call does differently, most of all its idempotency key
   * @return the node's word that it took it
   */
  ApiResponse<SubmissionReceipt> submitReport(NewReport report, RequestOptions options);

  /**
   * Asks once what became of a token.
   *
   * @param token the token
   * @return the answer, which may be that the report is not filed yet
   */
  ApiResponse<TokenAnswer> getToken(ReportToken token);

  /**
   * Asks for reports.
   *
   * @param query which reports
   * @return the reports in the node's order, possibly none
   */
  ApiResponse<List<Report>> listReports(ReportQuery query);

  /**
   * Asks for one report, with its extended members where the node has them.
   *
   * @param reportId the report
   * @return the report
   */
  ApiResponse<Report> getReport(ReportId reportId);
}
