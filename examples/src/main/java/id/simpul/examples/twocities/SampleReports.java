package id.simpul.examples.twocities;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.value.GeoPoint;
import id.simpul.core.value.RegionCode;
import id.simpul.reporting.ServiceCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads reports from JSON Lines: one object on each line. */
public final class SampleReports {
  private static final int MAX_LINE_BYTES = 8 * 1024;
  private static final String EDITION = "2025";

  private final String source;

  private SampleReports(String source) {
    this.source = source;
  }

  /**
   * What citizens of Kota Jambi report, in the proportions of the city's SiKesal of 2022.
   *
   * @return the reports
   */
  public static List<SampleReport> jambi() {
    return read("reports.jsonl", Resources.read("reports.jsonl"));
  }

  /**
   * What a visitor from Jambi reports in Jakarta.
   *
   * @return the reports
   */
  public static List<SampleReport> jakarta() {
    return read("reports-jakarta.jsonl", Resources.read("reports-jakarta.jsonl"));
  }

  static List<SampleReport> read(String source, byte[] content) {
    SampleReports reader = new SampleReports(source);
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    List<SampleReport> reports = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      reports.add(reader.line(lines.get(i), i + 1));
    }
    return List.copyOf(reports);
  }

  private SampleReport line(String line, int number) {
    try {
      JsonValue value =
          Json.read(
              line.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT.withMaxBytes(MAX_LINE_BYTES));
      if (value instanceof JsonObject object) {
        return report(object);
      }
      throw new IllegalArgumentException("a line holds one object");
    } catch (FormatException | IllegalArgumentException e) {
      throw new StoryException(source, "line " + number + " is no report", "resources", e);
    }
  }

  private static SampleReport report(JsonObject o) {
    return new SampleReport(
        new ServiceCode(text(o, "service_code")),
        new RegionCode(RegionCode.Scheme.KEMENDAGRI, EDITION, text(o, "village")),
        new GeoPoint(number(o, "lat"), number(o, "long")),
        text(o, "address_string"),
        text(o, "description"),
        Duration.ofMinutes(number(o, "observed_minutes_ago").longValueExact()),
        answers(o));
  }

  private static Map<String, String> answers(JsonObject o) {
    Map<String, String> answers = new LinkedHashMap<>();
    if (o.get("attributes").orElse(JsonObject.EMPTY) instanceof JsonObject attributes) {
      attributes.members().keySet().forEach(code -> answers.put(code, text(attributes, code)));
    }
    return answers;
  }

  private static String text(JsonObject o, String name) {
    if (o.get(name).orElse(null) instanceof JsonString text) {
      return text.value();
    }
    throw new IllegalArgumentException(name + " must be a string");
  }

  private static BigDecimal number(JsonObject o, String name) {
    if (o.get(name).orElse(null) instanceof JsonNumber number) {
      return number.toBigDecimal();
    }
    throw new IllegalArgumentException(name + " must be a number");
  }
}
