package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Problem;
import id.simpul.health.SatuSehatProblem.Kind;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.wire.SatuSehatErrors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of the documentation; two of the shapes alone were ever recorded. */
class SatuSehatErrorsTest {
  private static final String FAULT =
      "{\"fault\":{\"faultstring\":\"Spike arrest violation\",\"detail\":"
          + "{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}";

  private static SatuSehatRefusedException refusal(MockResponse.Builder answer) {
    try (Rig rig = new Rig().answers(answer)) {
      return catchThrowableOfType(
          SatuSehatRefusedException.class, () -> rig.client.read(Encounter.TYPE, "e1"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Found duplicate resource: Encounter | duplicate | DUPLICATE | 0
          Found duplicate: Medication | duplicate | DUPLICATE | 0
          Found duplicate resource: Encounter | value | INVALID | 0
          Code not found: 'x' in system: y (RuleNumber: 10001) | value | CODE_UNKNOWN | 10001
          Invalid coding system: y (10002) | value | CODE_SYSTEM | 10002
          Invalid identifier system y (10117) | value | IDENTIFIER_SYSTEM | 10117
          Wrong organization ID provided by system URL: y (RuleNumber: 10117) | value | WRONG_ORGANIZATION | 10117
          Reference is mandatory : y (10124) | value | REFERENCE_MISSING | 10124
          Invalid date time format : y (RuleNumber: 10132). Format allowed : z | format | DATE | 10132
          Use /operationalStatus instead of /operationalStatus/system to patch Location (10171) | value | PATCH_PATH | 10171
          Element not found: y | value | INVALID | 0
          Integer formated as a string | format | INVALID | 0
          Text is empty | value | INVALID | 0
          Lokasi wajib diisi (RuleNumber: 10305) | value | INVALID | 10305
          """)
  void refusal_ofContent_hasKindAndRule(String text, String code, Kind kind, int rule) {
    SatuSehatRefusedException refusal = refusal(Rig.outcome(400, code, text));

    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.code()).isEqualTo(kind.code());
    assertThat(refusal.requestId()).contains(Rig.REQUEST_ID);
    assertThat(refusal.outcomeUnknown()).isFalse();
    SatuSehatProblem problem = refusal.problems().get(0);
    assertThat(problem.rule()).isEqualTo(rule);
    assertThat(problem.ruleNumber().isPresent()).isEqualTo(rule != 0);
    assertThat(problem.text()).isEqualTo(text);
    assertThat(problem.expression()).isEqualTo("Encounter.identifier");
    assertThat(refusal.getMessage() + problem).doesNotContain(text);
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHORIZED,false",
    "403,FORBIDDEN,false",
    "404,NOT_FOUND,false",
    "408,UNAVAILABLE,true",
    "409,STATE_CONFLICT,false",
    "418,OTHER,false",
    "429,THROTTLED,false",
    "500,UNAVAILABLE,true",
    "502,UNAVAILABLE,true",
    "503,UNAVAILABLE,true",
    "504,UNAVAILABLE,true"
  })
  void refusal_statusDecides_whateverTheBodySays(int status, Kind kind, boolean unknown) {
    MockResponse.Builder answer = Rig.outcome(status, "duplicate", "x (RuleNumber: 10001)");
    try (Rig rig = new Rig().answers(answer, answer)) {
      SatuSehatRefusedException refusal =
          catchThrowableOfType(
              SatuSehatRefusedException.class, () -> rig.client.read(Encounter.TYPE, "e1"));

      assertThat(refusal.kind()).isEqualTo(kind);
      assertThat(refusal.outcomeUnknown()).isEqualTo(unknown);
    }
  }

  @Test
  void refusal_plainText_isClassifiedByItsStatus() {
    SatuSehatRefusedException refusal =
        refusal(
            new MockResponse.Builder()
                .code(504)
                .setHeader("Content-Type", "text/plain")
                .setHeader("X-Request-Id", Rig.REQUEST_ID)
                .body("Gateway Timeout"));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal.problems())
        .extracting(SatuSehatProblem::text)
        .containsExactly("Gateway Timeout");
    assertThat(refusal.requestId()).contains(Rig.REQUEST_ID);
  }

  @ParameterizedTest
  @CsvSource({"429,application/json", "500,application/json", "500,text/plain"})
  void refusal_gatewayFault_isTooMuch(int status, String contentType) {
    SatuSehatRefusedException refusal =
        refusal(
            new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(FAULT));

    assertThat(refusal.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(refusal.outcomeUnknown()).isFalse();
    assertThat(refusal.problems().get(0).code())
        .isEqualTo("policies.ratelimit.SpikeArrestViolation");
  }

  @Test
  void refusal_otherBodies_keepTheStatus() {
    assertThat(refusal(Rig.json(400, "<html>no</html>")).kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal(Rig.json(400, "[]")).problems()).isEmpty();
    assertThat(refusal(Rig.json(422, "{}")).kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void read_detailsOfKfa_nameTheirPlace() throws IOException {
    assertThat(
            problems(
                422,
                "{\"detail\":[{\"loc\":[\"query\",0,\"code\"],\"msg\":\"field required\","
                    + "\"type\":\"value_error.missing\"}]}"))
        .containsExactly(new Problem("value_error.missing", "field required", "query.0.code"));
    assertThat(problems(404, "{\"detail\":\"Not Found\"}"))
        .containsExactly(new Problem("404", "Not Found"));
  }

  @Test
  void read_envelopes_giveTheirMessage() throws IOException {
    assertThat(problems(400, "{\"status_code\":400,\"message\":\"bad page\",\"data\":null}"))
        .containsExactly(new Problem("400", "bad page"));
    assertThat(
            problems(400, "{\"status\":400,\"error\":true,\"message\":\"bad code\",\"data\":[]}"))
        .containsExactly(new Problem("400", "bad code"));
    assertThat(problems(401, "{\"error\":\"invalid_client\",\"error_description\":\"unknown\"}"))
        .containsExactly(new Problem("invalid_client", "unknown"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void read_textAtItsLimitAndPastIt_isKeptAndCut(int more) throws IOException {
    String text = "x".repeat(SatuSehatErrors.MAX_TEXT + more);
    ErrorReport report =
        SatuSehatErrors.PLAIN.read(
            500, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);

    assertThat(report.problems().get(0).description()).hasSize(SatuSehatErrors.MAX_TEXT);
  }

  @Test
  void write_report_isAnOutcomeThatReadsBack() throws IOException {
    ErrorReport report =
        new ErrorReport(400, List.of(new Problem("duplicate", "there already", "Encounter")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SatuSehatErrors.JSON.write(report, out);

    assertThat(problems(400, out.toString(StandardCharsets.UTF_8))).isEqualTo(report.problems());
  }

  @ParameterizedTest
  @CsvSource({"7,7", "'Sun, 22 Nov 2026 02:00:30 GMT',30"})
  void refusal_retryAfter_inBothForms(String field, int seconds) {
    Instant now = Instant.parse("2026-11-22T02:00:00Z");
    try (Rig rig = new Rig(config -> config.clock(() -> now))) {
      rig.answers(Rig.json(429, FAULT).setHeader("Retry-After", field));
      SatuSehatRefusedException refusal =
          catchThrowableOfType(
              SatuSehatRefusedException.class, () -> rig.client.read(Encounter.TYPE, "e1"));

      assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(seconds));
    }
  }

  private static List<Problem> problems(int status, String body) throws IOException {
    return SatuSehatErrors.JSON
        .read(
            status, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT)
        .problems();
  }
}
