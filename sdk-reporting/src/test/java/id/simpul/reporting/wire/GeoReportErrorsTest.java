package id.simpul.reporting.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoReportErrorsTest {
  private static String write(GeoReportErrors format, ErrorReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ErrorReport read(GeoReportErrors format, String text) throws IOException {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return format.read(403, new ByteArrayInputStream(bytes), Limits.DEFAULT);
  }

  @Test
  void write_one_isAListOfOneWithANumber() throws IOException {
    ErrorReport report = ErrorReport.of(403, "Kunci \"salah\"");

    assertThat(write(GeoReportErrors.JSON, report))
        .isEqualTo("[{\"code\":403,\"description\":\"Kunci \\\"salah\\\"\"}]");
    assertThat(write(GeoReportErrors.XML, report))
        .endsWith(
            "<errors><error><code>403</code>"
                + "<description>Kunci \"salah\"</description></error></errors>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"required", "0403", "403.1", "-1", "1234567890"})
  void write_codeThatIsNoPlainNumber_isAString(String code) throws IOException {
    ErrorReport report = new ErrorReport(400, List.of(new Problem(code, "x")));

    assertThat(write(GeoReportErrors.JSON, report)).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void write_theLongestNumber_isANumber() throws IOException {
    ErrorReport report = new ErrorReport(400, List.of(new Problem("123456789", "x")));

    assertThat(write(GeoReportErrors.JSON, report)).contains("\"code\":123456789,");
  }

  @Test
  void read_several_keepsTheirOrder() throws IOException {
    ErrorReport report =
        new ErrorReport(403, List.of(new Problem("a", "x"), new Problem("b", "y")));

    assertThat(read(GeoReportErrors.JSON, write(GeoReportErrors.JSON, report))).isEqualTo(report);
    assertThat(read(GeoReportErrors.XML, write(GeoReportErrors.XML, report))).isEqualTo(report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'code':403,'description':'x'}]",
        "[{'code':'403','description':'x'}]",
        "{'code':403,'description':'x'}",
        "{'errors':[{'code':403,'description':'x'}]}",
        "{'errors':{'error':{'code':403,'description':'x'}}}",
        "[{'description':'x'}]",
        "[{'code':null,'description':'x','more':1}]",
      })
  void read_anyFormOfOne_isThatProblem(String json) throws IOException {
    assertThat(read(GeoReportErrors.JSON, json)).isEqualTo(ErrorReport.of(403, "x"));
  }

  @Test
  void read_noDocumentOfTheFormat_isRefused() {
    assertThatThrownBy(() -> read(GeoReportErrors.JSON, "<html>"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read(GeoReportErrors.XML, "<html><body>Bad Gateway</body></html>"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read(GeoReportErrors.XML, "<html><head><title/></head></html>"))
        .isInstanceOf(FormatException.class);
    assertThatThrownBy(() -> read(GeoReportErrors.JSON, "{'message':'Bad Gateway'}"))
        .isInstanceOf(FormatException.class);
  }
}
