package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.core.format.XmlElement;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A GeoReport document of which nobody says what it is: its content tells the operation it answers.
 * A document in XML or JSON, or an HTTP message whose body is one.
 */
record CorpusDocument(int status, String body, boolean xml) {

  static CorpusDocument of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    int status = 200;
    if (text.startsWith("HTTP/1.1 ")) {
      status = Integer.parseInt(text.substring(9, 12));
      text = text.substring(text.indexOf("\n\n") + 2);
    }
    return new CorpusDocument(status, text, text.stripLeading().startsWith("<"));
  }

  /** The document as read and written again, by path. */
  Map<String, String> readAndWritten() throws IOException {
    if (status >= 400) {
      GeoReportErrors format = xml ? GeoReportErrors.XML : GeoReportErrors.JSON;
      ErrorReport report = format.read(status, stream(body), Limits.DEFAULT);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      format.write(report, out);
      return flat(out.toByteArray());
    }
    return readAndWritten(operation());
  }

  private <T> Map<String, String> readAndWritten(Operation<?, T> operation) throws IOException {
    Format<T> format = operation.outputFor(xml ? "xml" : "json").orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(format.read(stream(body), Limits.DEFAULT), out);
    return flat(out.toByteArray());
  }

  private Operation<?, ?> operation() throws IOException {
    List<String> names = List.copyOf(asItCame().keySet());
    if (has(names, "endpoints")) {
      return GeoReportV2.DISCOVERY;
    }
    if (has(names, "attributes")) {
      return GeoReportV2.GET_SERVICE_DEFINITION;
    }
    if (has(names, "status")) {
      return GeoReportV2.LIST_REPORTS;
    }
    if (has(names, "service_name")) {
      return GeoReportV2.LIST_SERVICES;
    }
    return GeoReportV2.CREATE_REPORT;
  }

  private static boolean has(List<String> paths, String name) {
    return paths.stream().anyMatch(p -> p.contains("/" + name));
  }

  /** The document as it came, by path. */
  Map<String, String> asItCame() throws IOException {
    return flat(body.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> flat(byte[] document) throws IOException {
    Map<String, String> leaves = new TreeMap<>();
    if (xml) {
      XmlElement root = Xml.read(new ByteArrayInputStream(document), Limits.DEFAULT);
      flatten("/" + root.name(), root, leaves);
    } else {
      flatten("", Json.read(document, Limits.DEFAULT), leaves);
    }
    return leaves;
  }

  private static void flatten(String path, JsonValue json, Map<String, String> leaves) {
    if (json instanceof JsonObject object) {
      object.members().forEach((name, value) -> flatten(path + "/" + name, value, leaves));
    } else if (json instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        flatten(path + "/" + i, array.items().get(i), leaves);
      }
    } else if (json instanceof JsonString string) {
      leaves.put(path, "\"" + string.value() + "\"");
    } else if (json != JsonNull.NULL) {
      leaves.put(path, json.toString());
    } else {
      leaves.put(path, "null");
    }
  }

  private static void flatten(String path, XmlElement xml, Map<String, String> leaves) {
    xml.attributes().forEach((name, value) -> leaves.put(path + "/@" + name, value));
    if (xml.children().isEmpty()) {
      leaves.put(path, xml.text());
    }
    int i = 0;
    for (XmlElement child : xml.children()) {
      boolean repeated = xml.children(child.name()).size() > 1;
      String at = repeated ? child.name() + "[" + ++i + "]" : child.name();
      flatten(path + "/" + at, child, leaves);
    }
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Refuses what {@link #readAndWritten} refuses, but as the strict JSON or XML reader says it. */
  FormatException refusal() {
    try {
      asItCame();
      readAndWritten();
      return new FormatException("nowhere", "it was read");
    } catch (FormatException e) {
      return e;
    } catch (IOException e) {
      return new FormatException("nowhere", e.toString());
    }
  }
}
