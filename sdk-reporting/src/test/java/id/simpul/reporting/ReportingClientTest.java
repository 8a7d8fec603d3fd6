package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.ContractException;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.operation.Problem;
import id.simpul.core.value.GeoPoint;
import id.simpul.core.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a server that says what it is told to. */
class ReportingClientTest {
  private static final String REPORT =
      "[{'service_request_id':'7','status':'open','service_code':'006',"
          + "'requested_datetime':'2026-11-21T09:00:00+07:00'}]";
  private static final NewReport NEW_REPORT =
      NewReport.builder(new ServiceCode("006"), Location.at(GeoPoint.of("-1.61", "103.61")))
          .description("Lubang & genangan")
          .build();

  private final MockWebServer server = new MockWebServer();
  private ReportingClient client;

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
    client = builder().build();
  }

  private ReportingClientBuilder builder() {
    URI base = URI.create(server.url("/georeport/v2/").toString());
    return ReportingClient.builder(base)
        .apiKey(Secret.of("kunci-rahasia"))
        .configure(c -> c.retry(RetryPolicy.NONE));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status, String quoted) {
    answer(status, "application/json", quoted.replace('\'', '"'));
  }

  private void answer(int status, String type, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", type)
            .addHeader("X-Request-Id", "r-1")
            .body(body)
            .build());
  }

  @Test
  void listServices_inJson_readsTheList() throws InterruptedException {
    answer(200, "[{'service_code':'006','service_name':'Jalan','metadata':true,'type':'batch'}]");

    List<Service> services = client.listServices();

    assertThat(services).extracting(Service::code).containsExactly(new ServiceCode("006"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget()).isEqualTo("/georeport/v2/services.json");
  }

  @Test
  void listServices_inXml_readsTheList() throws InterruptedException {
    answer(
        200,
        "text/xml; charset=utf-8",
        "<services><service><service_code>006</service_code><service_name>Jalan</service_name>"
            + "</service></services>");
    ReportingClient inXml = client.withOptions(RequestOptions.NONE.withFormat("xml"));

    assertThat(inXml.listServices(ServiceQuery.at(GeoPoint.of("-1.61", "103.61")))).hasSize(1);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/georeport/v2/services.xml?lat=-1.61&long=103.61");
  }

  @Test
  void getDiscovery_always_asksForTheDocument() throws InterruptedException {
    answer(200, "{'changeset':'1','contact':'c','key_service':'k','endpoints':[]}");

    assertThat(client.getDiscovery().contact()).isEqualTo("c");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/georeport/v2/discovery.json");
  }

  @Test
  void getServiceDefinition_always_asksForTheService() throws InterruptedException {
    answer(200, "{'service_code':'a/b','attributes':[]}");

    client.getServiceDefinition(new ServiceCode("a/b"));

    assertThat(server.takeRequest().getTarget()).isEqualTo("/georeport/v2/services/a%2Fb.json");
  }

  @Test
  void submitReport_always_sendsAFormWithKeyAndIdempotencyKey() throws InterruptedException {
    answer(200, "[{'service_request_id':'7'}]");

    SubmissionReceipt receipt =
        client.submitReport(NEW_REPORT, RequestOptions.NONE.withIdempotencyKey("k-1"));

    assertThat(receipt.reportId()).contains(new ReportId("7"));
    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/georeport/v2/requests.json");
    assertThat(request.getHeaders().get("Idempotency-Key")).contains("k-1");
    assertThat(request.getHeaders().get("Content-Type"))
        .startsWith("application/x-www-form-urlencoded");
    assertThat(body(request))
        .contains("service_code=006")
        .contains("lat=-1.61")
        .contains("long=103.61")
        .contains("api_key=kunci-rahasia")
        .contains("%26");
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  @Test
  void submitReport_withoutAKey_sendsAFreshOneEachTime() throws InterruptedException {
    answer(200, "[{'token':'t'}]");
    answer(200, "[{'token':'t'}]");

    assertThat(client.submitReport(NEW_REPORT).token()).isPresent();
    assertThat(client.submitReport(NEW_REPORT).token()).isPresent();

    String first = server.takeRequest().getHeaders().get("Idempotency-Key");
    String second = server.takeRequest().getHeaders().get("Idempotency-Key");
    assertThat(first).isNotNull().isNotEqualTo(second);
  }

  @Test
  void submitReport_refused_throwsEveryProblem() {
    answer(400, "[{'code':400,'description':'a'},{'code':'b','description':'c'}]");

    ApiException e =
        catchThrowableOfType(ApiException.class, () -> client.submitReport(NEW_REPORT));

    assertThat(e.status()).isEqualTo(400);
    assertThat(e.problems()).containsExactly(new Problem("400", "a"), new Problem("b", "c"));
    assertThat(e.toString()).doesNotContain("Lubang", "rahasia");
  }

  @Test
  void jurisdiction_given_goesIntoQueryAndForm() throws InterruptedException {
    ReportingClient scoped = builder().jurisdictionId("jambi.go.id").build();
    answer(200, "[]");
    answer(200, "[{'service_request_id':'7'}]");

    scoped.listReports(ReportQuery.RECENT);
    scoped.submitReport(NEW_REPORT);

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/georeport/v2/requests.json?jurisdiction_id=jambi.go.id");
    RecordedRequest post = server.takeRequest();
    assertThat(post.getTarget()).isEqualTo("/georeport/v2/requests.json");
    assertThat(body(post)).contains("jurisdiction_id=jambi.go.id");
    scoped.close();
  }

  @Test
  void jurisdiction_ofAnotherForm_isRefused() {
    assertThatThrownBy(() -> builder().jurisdictionId(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder().jurisdictionId("x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder().jurisdictionId("x".repeat(200))).isNotNull();
  }

  @Test
  void listReports_withFilters_sendsThem() throws InterruptedException {
    answer(200, REPORT);

    assertThat(
            client.listReports(
                ReportQuery.builder().statuses(List.of(ReportStatus.OPEN)).page(2).build()))
        .hasSize(1);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/georeport/v2/requests.json?status=open&page=2");
  }

  @Test
  void getReport_always_asksForExtensions() throws InterruptedException {
    answer(200, REPORT);

    assertThat(client.getReport(new ReportId("7")).id()).isEqualTo(new ReportId("7"));
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/georeport/v2/requests/7.json?extensions=true");
  }

  @Test
  void findReport_unknown_isEmpty() {
    answer(404, "[{'code':404,'description':'x'}]");
    answer(404, "[{'code':404,'description':'x'}]");

    assertThat(client.findReport(new ReportId("7"))).isEmpty();
    assertThat(client.async().findReport(new ReportId("7")).join()).isEmpty();
  }

  @Test
  void findReport_known_isThere() {
    answer(200, REPORT);
    answer(200, REPORT);

    assertThat(client.findReport(new ReportId("7"))).isPresent();
    assertThat(client.async().findReport(new ReportId("7")).join()).isPresent();
  }

  @Test
  void findReport_otherFailure_isThrown() {
    answer(403, "[{'code':403,'description':'x'}]");
    answer(403, "[{'code':403,'description':'x'}]");

    assertThatThrownBy(() -> client.findReport(new ReportId("7"))).isInstanceOf(ApiException.class);
    assertThatThrownBy(() -> client.async().findReport(new ReportId("7")).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ApiException.class);
  }

  @Test
  void getReport_answerThatCannotBeRead_saysWhere() {
    answer(200, "[{'status':'open'}]");

    ContractException e =
        catchThrowableOfType(ContractException.class, () -> client.getReport(new ReportId("7")));

    assertThat(e.violations().toString()).contains("/0/service_request_id");
  }

  @Test
  void withResponse_always_givesStatusAndRequestId() {
    answer(200, REPORT);

    ApiResponse<Report> response = client.withResponse().getReport(new ReportId("7"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.requestId()).contains("r-1");
    assertThat(response.body().status()).isEqualTo(ReportStatus.OPEN);
  }

  @Test
  void async_eachCall_completesWithItsAnswer() {
    ReportingAsyncClient async = client.async();
    answer(200, "{'changeset':'1','contact':'c','key_service':'k','endpoints':[]}");
    assertThat(async.getDiscovery().join().contact()).isEqualTo("c");
    answer(200, "[]");
    assertThat(async.listServices(ServiceQuery.ALL).join()).isEmpty();
    answer(200, "{'service_code':'1','attributes':[]}");
    assertThat(async.getServiceDefinition(new ServiceCode("1")).join().attributes()).isEmpty();
    answer(200, "[{'token':'t'}]");
    assertThat(async.submitReport(NEW_REPORT).join().token()).isPresent();
    answer(200, "[{'token':'t'}]");
    assertThat(async.submitReport(NEW_REPORT, RequestOptions.NONE).join().token()).isPresent();
    answer(200, "[{'token':'t'}]");
    assertThat(async.getToken(new ReportToken("t")).join().reportId()).isEmpty();
    answer(200, REPORT);
    assertThat(async.listReports(ReportQuery.RECENT).join()).hasSize(1);
    answer(200, REPORT);
    assertThat(async.getReport(new ReportId("7")).join().status()).isEqualTo(ReportStatus.OPEN);
  }

  @Test
  void toString_ofEachView_showsTheBaseUrlOnly() {
    String base = server.url("/georeport/v2").toString();

    assertThat(client).hasToString("ReportingClient[" + base + "]");
    assertThat(client.async()).hasToString("ReportingAsyncClient[" + base + "]");
    assertThat(client.withResponse()).hasToString("ReportingRawClient[" + base + "]");
    assertThat(client.toString()).doesNotContain("rahasia");
  }
}
