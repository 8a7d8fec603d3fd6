package id.simpul.reporting.wire;

import static id.simpul.reporting.support.Forms.form;
import static id.simpul.reporting.support.Forms.value;
import static id.simpul.reporting.support.Forms.violations;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportTransition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTransitionInputTest {
  private static final Input<ReportTransition> INPUT = SimpulReportsV1.ADVANCE.input();

  private static RequestParts json(String quoted) {
    byte[] bytes = quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new RequestParts(
        Map.of("service_request_id", "7"),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, bytes));
  }

  @Test
  void write_command_isReadBackAndKeepsItsSchema() {
    ReportTransition transition =
        ReportTransition.builder(new ReportId("7"), DetailedStatus.IN_PROGRESS)
            .note("Petugas \"berangkat\"\n\uD83D\uDEA7")
            .build();

    RequestParts parts = INPUT.write(transition);

    assertThat(value(INPUT, parts)).isEqualTo(transition);
    SchemaId schema = INPUT.schema().orElseThrow();
    assertThat(new Contracts().check(schema, ((Body.Document) parts.body()).bytes())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{} | /status: required",
        "{'status':null} | /status: required",
        "{'status':' '} | /status: required",
        "{'status':7} | /status: type",
        "{'status':'gone'} | /status: choice",
        "{'status':'closed','note':{}} | /note: type",
        "[] | /: type",
        "'closed' | /: type",
      })
  void read_wrongBody_isRefusedByPlace(String body, String expected) {
    assertThat(violations(INPUT, json(body))).containsExactly(expected);
  }

  @Test
  void read_notJson_isRefusedByPosition() {
    assertThat(violations(INPUT, json("{'status':"))).hasSize(1);
    assertThat(violations(INPUT, json("{'status':")).get(0))
        .startsWith("line 1")
        .endsWith(": malformed");
  }

  @Test
  void read_severalThingsWrong_namesThemAll() {
    String note = "x".repeat(ReportTransition.MAX_NOTE_LENGTH + 1);

    assertThat(violations(INPUT, json("{'status':'x','note':'" + note + "'}")))
        .containsExactly("/status: choice", "/note: length");
  }

  @Test
  void read_longestNote_isTaken() {
    String note = "x".repeat(ReportTransition.MAX_NOTE_LENGTH);

    assertThat(value(INPUT, json("{'status':'closed','note':'" + note + "'}")).note())
        .contains(note);
  }

  @Test
  void read_bodyPastItsLimit_isRefused() {
    String filler = "x".repeat(64 * 1024);

    assertThat(violations(INPUT, json("{'status':'closed','other':'" + filler + "'}")).get(0))
        .endsWith(": malformed");
  }

  @Test
  void read_unknownMember_isIgnored() {
    assertThat(value(INPUT, json("{'status':'closed','other':1}")).status())
        .isEqualTo(DetailedStatus.CLOSED);
  }

  @Test
  void read_aForm_isRefused() {
    assertThat(violations(INPUT, form("status", "closed")))
        .isEqualTo(List.of("service_request_id: not-found", "/: required"));
  }
}
