package id.simpul.reporting;

import id.simpul.core.ApiResponse;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.NoInput;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.ReportLookup;
import java.util.List;
import java.util.Objects;

/** The view with whole answers. */
final class DefaultReportingRawClient implements ReportingRawClient {
  private final Calls calls;

  DefaultReportingRawClient(Calls calls) {
    this.calls = Objects.requireNonNull(calls, "calls");
  }

  @Override
  public ApiResponse<Discovery> getDiscovery() {
    return calls.operations().call(GeoReportV2.DISCOVERY, NoInput.NONE, calls.options());
  }

  @Override
  public ApiResponse<List<Service>> listServices(ServiceQuery query) {
    return calls.call(GeoReportV2.LIST_SERVICES, query);
  }

  @Override
  public ApiResponse<ServiceDefinition> getServiceDefinition(ServiceCode serviceCode) {
    return calls.call(GeoReportV2.GET_SERVICE_DEFINITION, serviceCode);
  }

  @Override
  public ApiResponse<SubmissionReceipt> submitReport(NewReport report) {
    return calls.call(GeoReportV2.CREATE_REPORT, report);
  }

  @Override
  public ApiResponse<SubmissionReceipt> submitReport(NewReport report, RequestOptions options) {
    return calls.with(options).call(GeoReportV2.CREATE_REPORT, report);
  }

  @Override
  public ApiResponse<TokenAnswer> getToken(ReportToken token) {
    return calls.call(GeoReportV2.GET_TOKEN, token);
  }

  @Override
  public ApiResponse<List<Report>> listReports(ReportQuery query) {
    return calls.call(GeoReportV2.LIST_REPORTS, query);
  }

  @Override
  public ApiResponse<Report> getReport(ReportId reportId) {
    return calls.call(GeoReportV2.GET_REPORT, new ReportLookup(reportId, true));
  }

  @Override
  public String toString() {
    return "ReportingRawClient[" + calls.baseUrl() + "]";
  }
}
