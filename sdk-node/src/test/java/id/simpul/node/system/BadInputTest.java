package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is named, every bit of it at once; nothing is stored; nothing inner leaves. */
class BadInputTest {
  private static final String CREATE = "/open311/v2/requests.json";
  private static final String KEY = "api_key=" + TestTown.REPORTER.reveal();

  @TempDir private static Path folder;
  private static TestTown town;
  private int before;

  @BeforeAll
  static void start() throws IOException {
    town = TestTown.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  @BeforeEach
  void count() throws IOException {
    before = town.reports();
  }

  @AfterEach
  void nothingWasStored() throws IOException {
    assertThat(town.reports()).isEqualTo(before);
  }

  private static RawHttp.Answer post(String form) throws IOException {
    try (RawHttp http = town.connect()) {
      return clean(http.post(CREATE, form));
    }
  }

  private static RawHttp.Answer raw(String bytes) throws IOException {
    try (RawHttp http = town.connect()) {
      return clean(http.send(bytes));
    }
  }

  private static RawHttp.Answer clean(RawHttp.Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body())
        .isNotEmpty()
        .doesNotContain("Exception", "at id.simpul", "java.", TestTown.REPORTER.reveal());
    return answer;
  }

  @Test
  void create_everythingWrong_isNamedAtOnce() throws IOException {
    RawHttp.Answer answer =
        post(
            KEY
                + "&service_code=jalan&lat=91&long=abc&email="
                + "e".repeat(300)
                + "&description="
                + "d".repeat(4001));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("lat", "long", "email", "description", "4000");
  }

  @Test
  void create_unknownServiceAndBadPlace_is404NamingBoth() throws IOException {
    RawHttp.Answer answer = post(KEY + "&service_code=tidak-ada&lat=91&long=1");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("service_code", "lat").contains("404").contains("400");
  }

  @ParameterizedTest
  @CsvSource({
    "service_code=jalan&lat=-1.61, lat",
    "service_code=jalan&long=103.61, long",
    "service_code=jalan, lat",
    "lat=-1.61&long=103.61, service_code",
    "service_code=jalan&lat=-1.61&long=103.61&description=%zz, description",
    "service_code=jalan&lat=-1.61&long=103.61&description=%c3%28, UTF-8",
    "service_code=jalan&lat=-1.61&long=103.61&description=%, description",
    "service_code=jalan&lat=1e400000000&long=103.61, lat",
    "service_code=jalan&lat=-1.61&long=103.61&jurisdiction_id=31.71, jurisdiction_id",
  })
  void create_oneThingWrong_namesIt(String form, String named) throws IOException {
    assertThat(post(KEY + "&" + form).body()).contains(named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api_key=", "api_key=salah"})
  void create_withoutKey_is403BeforeAnythingElseIsSaid(String key) throws IOException {
    RawHttp.Answer answer = post(key + "&service_code=tidak-ada");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("api_key").doesNotContain("salah", "service_code");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/json, 415",
    "application/x-www-form-urlencoded; charset=iso-8859-1, 415",
    "multipart/form-data, 400",
    "multipart/form-data; boundary=x, 400",
    "'', 415",
  })
  void create_wrongContent_isRefused(String type, int status) throws IOException {
    String form = KEY + "&service_code=jalan&lat=-1.61&long=103.61";
    RawHttp.Answer answer =
        raw(
            "POST "
                + CREATE
                + " HTTP/1.1\r\nHost: x\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                + "Content-Length: "
                + form.length()
                + "\r\n\r\n"
                + form);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void create_fileInMultipart_isRefusedByName() throws IOException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\n"
            + TestTown.REPORTER.reveal()
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\njalan"
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"address_string\"\r\n\r\nJl. Mawar"
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"f.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\nxxxx\r\n--b--\r\n";
    RawHttp.Answer answer =
        raw(
            "POST "
                + CREATE
                + " HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("media").contains("media_url");
  }

  @Test
  void create_multipartCutOff_isRefusedInsteadOfLosingItsLastField() throws IOException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\n"
            + TestTown.REPORTER.reveal()
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"service_code\"\r\n\r\njalan"
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"address_string\"\r\n\r\nJl. Mawar"
            + "\r\n--b\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nLubang bes";
    RawHttp.Answer answer =
        raw(
            "POST "
                + CREATE
                + " HTTP/1.1\r\nHost: x\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("closing boundary");
  }

  @ParameterizedTest
  @CsvSource({
    "/open311/v2/requests.json?start_date=kemarin, 400, start_date",
    "/open311/v2/requests.json?page_size=1001, 400, page_size",
    "/open311/v2/requests.json?status=buka, 400, status",
    "'/open311/v2/requests.json?bbox=104,-1,103,-2', 400, bbox",
    "/open311/v2/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-12-31T00:00:00Z, 400, 90",
    "/open311/v2/requests/tidak-ada.json, 404, service_request_id",
    "/open311/v2/tokens/tidak-ada.xml, 404, token",
    "/open311/v2/services/tidak-ada.xml, 404, service_code",
    "/open311/v2/services.csv, 406, json",
    "/open311/v2/../../etc/passwd, 404, path",
    "/open311/v2/%2e%2e/%2e%2e/etc/passwd, 404, path",
    "/schemas/../../etc/passwd.json, 404, path",
    "/, 404, path",
  })
  void get_wrong_namesWhat(String target, int status, String named) throws IOException {
    try (RawHttp http = town.connect()) {
      RawHttp.Answer answer = clean(http.get(target));
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).contains(named);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /open311/v2/requests.json HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /open311/v2/requests.json HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
            + "Content-Length: 4\r\n\r\nabcd",
        "POST /open311/v2/requests.json HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /open311/v2/requests.json HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
        "GET /open311/v2/services.json HTTP/1.1\r\nHost: x\r\nX-A: b\u0000c\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET /open311/v2/serv\u0000ices.json HTTP/1.1\r\nHost: x\r\n\r\n",
      })
  void http_malformedOrAmbiguous_isRefused(String bytes) throws IOException {
    raw(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "null", "{\"status\":1}", "{\"status\":\"a\",\"status\":\"b\"}", "{}"})
  void advance_brokenJson_isRefused(String json) throws IOException {
    RawHttp.Answer answer =
        raw(
            "POST /simpul/v1/reports/1571-x/transitions HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: Bearer "
                + TestTown.OFFICER.reveal()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length()
                + "\r\n\r\n"
                + json);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
  }

  @Test
  void advance_withoutOfficersKey_is401And403() throws IOException {
    String head =
        "POST /simpul/v1/reports/1571-x/transitions HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n";
    assertThat(raw(head + "\r\n{}").status()).isEqualTo(401);
    assertThat(raw(head + "Authorization: Bearer salah\r\n\r\n{}").status()).isEqualTo(401);
    assertThat(
            raw(head + "Authorization: Bearer " + TestTown.REPORTER.reveal() + "\r\n\r\n{}")
                .status())
        .isEqualTo(403);
  }
}
