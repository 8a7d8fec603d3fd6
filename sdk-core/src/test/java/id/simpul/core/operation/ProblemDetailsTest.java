package id.simpul.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemDetailsTest {
  private static final ProblemDetails FORMAT = ProblemDetails.FORMAT;

  private static byte[] write(ErrorReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(report, out);
    return out.toByteArray();
  }

  private static ErrorReport read(int status, String document) throws IOException {
    return FORMAT.read(
        status,
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
        Limits.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 418, 422, 429, 500, 503, 504})
  void write_anyStatus_keepsTheSchema(int status) throws IOException {
    byte[] document =
        write(
            new ErrorReport(status, List.of(new Problem("required", "lat"), new Problem("", ""))));
    assertThat(new Contracts().check(FORMAT.schema().orElseThrow(), document)).isEmpty();
    assertThat(
            new Contracts()
                .check(FORMAT.schema().orElseThrow(), write(new ErrorReport(status, List.of()))))
        .isEmpty();
  }

  @Test
  void write_report_hasTheMembersOfTheStandard() throws IOException {
    assertThat(write(ErrorReport.of(404, "no such report")))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"no such report\","
                + "\"problems\":[{\"code\":\"404\",\"description\":\"no such report\"}]}");
  }

  @Test
  void read_whatWasWritten_isEqual() throws IOException {
    ErrorReport report =
        new ErrorReport(400, List.of(new Problem("range", "lat"), new Problem("type", "long")));
    assertThat(FORMAT.read(400, new ByteArrayInputStream(write(report)), Limits.DEFAULT))
        .isEqualTo(report);
  }

  @Test
  void read_withoutExtension_usesDetailThenTitle() throws IOException {
    assertThat(read(403, "{\"detail\":\"no credit\",\"title\":\"t\"}").problems())
        .containsExactly(new Problem("403", "no credit"));
    assertThat(read(403, "{\"type\":\"https://example.org/p\",\"title\":\"t\"}").problems())
        .containsExactly(new Problem("https://example.org/p", "t"));
    assertThat(read(403, "{}").problems()).isEmpty();
  }

  @Test
  void read_membersOfAnotherType_countAsAbsent() throws IOException {
    assertThat(
            read(
                    400,
                    "{\"type\":1,\"title\":[],\"status\":\"x\",\"detail\":\"d\","
                        + "\"problems\":[1,{},{\"code\":2,\"description\":\"y\"},{\"code\":\"z\"}]}")
                .problems())
        .containsExactly(new Problem("400", "y"));
  }

  @Test
  void read_statusMember_doesNotOverruleTheStatusLine() throws IOException {
    assertThat(read(503, "{\"status\":200}").status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "", "<html>"})
  void read_noObject_refused(String document) {
    assertThatThrownBy(() -> read(400, document)).isInstanceOf(FormatException.class);
  }

  @Test
  void format_describesItself() {
    assertThat(FORMAT.mediaType()).hasToString("application/problem+json");
    assertThat(FORMAT.suffix()).isEmpty();
  }
}
