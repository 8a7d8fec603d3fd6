package id.simpul.reporting;

import id.simpul.core.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Files and follows citizen reports at one node, or at any other server of Open311 GeoReport v2.
 *
 * <pre>{@code
 * try (ReportingClient client =
 *     ReportingClient.builder(URI.create("https://node.example/georeport/v2"))
 *         .apiKey(key)
 *         .build()) {
 *   SubmissionReceipt receipt = client.submitReport(report);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Every method but {@link #close} calls the node and waits; it throws {@link
 * id.simpul.core.ApiException} when the node says no, {@link id.simpul.core.TransportException}
 * when no complete answer comes, and {@link id.simpul.core.ContractException} when the answer
 * cannot be read. Implement it to fake a node in tests; later versions add methods as {@code
 * default} ones that throw {@link UnsupportedOperationException}.
 */
public interface ReportingClient extends AutoCloseable {
  /**
   * Starts a client.
   *
   * @param baseUrl the endpoint, as discovery lists it, with or without a slash at its end
   * @return a builder with the defaults its methods state
   * @throws IllegalArgumentException when the URL is not {@code http(s)://host[:port]/path}
   */
  static ReportingClientBuilder builder(URI baseUrl) {
    return new ReportingClientBuilder(baseUrl);
  }

  /**
   * Asks where the node can be reached.
   *
   * @return what the node tells about itself
   */
  Discovery getDiscovery();

  /**
   * Asks what kinds of report the node takes.
   *
   * @return the services, possibly none
   */
  default List<Service> listServices() {
    return listServices(ServiceQuery.ALL);
  }

  /**
   * Asks what kinds of report the node takes at a place.
   *
   * @param query which services; a plain node answers with all of them
   * @return the services, none when the place lies outside of the node's area
   */
  List<Service> listServices(ServiceQuery query);

  /**
   * Asks for the questions of a service.
   *
   * @param serviceCode the service, one whose {@link Service#metadata()} is true
   * @return the questions, possibly none
   */
  ServiceDefinition getServiceDefinition(ServiceCode serviceCode);

  /**
   * Files a report under an idempotency key of its own, which all attempts of this call share. To
   * be able to file it again after a failure whose outcome is unknown, keep a key of your own and
   * use {@link #submitReport(NewReport, RequestOptions)}.
   *
   * @param report the report
   * @return the node's word that it took it
   */
  SubmissionReceipt submitReport(NewReport report);

  /**
   * Files a report.
   *
   * @param report the report
   * @param options what this call does differently, most of all its idempotency key; they stand in
   *     for those of {@link #withOptions}
   * @return the node's word that it took it
   */
  SubmissionReceipt submitReport(NewReport report, RequestOptions options);

  /**
   * Asks once what became of a token.
   *
   * @param token the token
   * @return the answer, which may be that the report is not filed yet
   */
  TokenAnswer getToken(ReportToken token);

  /**
   * Asks what became of a token until there is a report, or until {@link TokenPolling} ends.
   *
   * @param token the token
   * @return the report's id, or empty when it was still not filed at the last try
   */
  Optional<ReportId> awaitReport(ReportToken token);

  /**
   * Asks for reports.
   *
   * @param query which reports
   * @return the reports in the node's order, possibly none
   */
  List<Report> listReports(ReportQuery query);

  /**
   * Asks for one report, with its extended members where the node has them.
   *
   * @param reportId the report
   * @return the report
   */
  Report getReport(ReportId reportId);

  /**
   * Asks for one report that may not exist.
   *
   * @param reportId the report
   * @return the report, or empty when the node answers 404: there is none, or it is private
   */
  Optional<Report> findReport(ReportId reportId);

  /**
   * The same client, its calls not waiting.
   *
   * @return a view that shares everything with this client
   */
  ReportingAsyncClient async();

  /**
   * The same client, its calls giving status, headers and request id too.
   *
   * @return a view that shares everything with this client
   */
  ReportingRawClient withResponse();

  /**
   * The same client, its calls using these options.
   *
   * @param options the options; an idempotency key among them goes with every submission, so that a
   *     view with a key is made for one report
   * @return a view that shares everything with this client, its {@link #close} included
   */
  ReportingClient withOptions(RequestOptions options);

  /** Ends this client and all its views; what the caller gave it stays open. */
  @Override
  void close();
}
