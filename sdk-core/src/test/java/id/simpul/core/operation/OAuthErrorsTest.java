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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthErrorsTest {
  private static final OAuthErrors FORMAT = OAuthErrors.FORMAT;

  private static String write(ErrorReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMAT.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ErrorReport read(String document) throws IOException {
    return FORMAT.read(
        400, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request",
    "401, invalid_client",
    "403, access_denied",
    "404, not_found",
    "405, invalid_request",
    "499, invalid_request",
    "500, server_error",
    "503, temporarily_unavailable"
  })
  void write_statusAsCode_isTheWordThatGoesWithIt(int status, String word) throws IOException {
    assertThat(write(ErrorReport.of(status, "what is wrong")))
        .isEqualTo("{\"error\":\"" + word + "\",\"error_description\":\"what is wrong\"}");
    assertThat(write(new ErrorReport(status, List.of()))).isEqualTo("{\"error\":\"" + word + "\"}");
  }

  @Test
  void write_wordAsCode_isKept() throws IOException {
    assertThat(
            write(
                new ErrorReport(
                    404,
                    List.of(
                        new Problem("invalid_subject", "no such entity"),
                        new Problem("404", "and nothing else")))))
        .isEqualTo(
            "{\"error\":\"invalid_subject\","
                + "\"error_description\":\"no such entity; and nothing else\"}");
  }

  @Test
  void write_whatTheStandardForbids_isReplacedAndKeepsTheSchema() throws IOException {
    String document =
        write(new ErrorReport(400, List.of(new Problem("a\"b\\", "\"sub\" \\ \n \u00e9 ~ !"))));
    assertThat(document)
        .isEqualTo("{\"error\":\"a'b?\",\"error_description\":\"'sub' ? ? ? ~ !\"}");
    assertThat(
            new Contracts()
                .check(FORMAT.schema().orElseThrow(), document.getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void read_error_isOneProblem() throws IOException {
    assertThat(
            read("{\"error\":\"invalid_request\",\"error_description\":\"no sub\",\"x\":1}")
                .problems())
        .containsExactly(new Problem("invalid_request", "no sub"));
    assertThat(read("{\"error\":\"not_found\"}").problems())
        .containsExactly(new Problem("not_found", "not_found"));
    assertThat(read("{\"error\":\"not_found\"}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"error\":1}", "{\"error\":\"a\",\"error\":\"b\"}", ""})
  void read_anythingElse_refused(String document) {
    assertThatThrownBy(() -> read(document)).isInstanceOf(FormatException.class);
  }
}
