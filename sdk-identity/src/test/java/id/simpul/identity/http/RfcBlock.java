package id.simpul.identity.http;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.testing.Corpus;
import java.util.ArrayList;
import java.util.List;

/**
 * One code block of RFC 9421 or RFC 9530.
 *
 * @param id file, number and section, for messages
 * @param section the heading it stands under
 * @param text its text, with the line wrapping of RFC 8792 undone
 */
record RfcBlock(String id, String section, String text) {
  private static final String NOTE = "NOTE: '\\' line wrapping per RFC 8792";

  static RfcBlock of(String file, int number, JsonObject block) {
    String section = Corpus.text(block, "section");
    String text = Corpus.text(block, "unwrapped");
    return new RfcBlock(
        file + " #" + number + " " + section,
        section,
        (text.isEmpty() ? unwrap(Corpus.text(block, "text")) : text).replace("(SP)", " "));
  }

  private static String unwrap(String text) {
    StringBuilder whole = new StringBuilder();
    boolean continued = false;
    for (String line : text.replace(NOTE, "").strip().split("\n", -1)) {
      whole.append(continued ? line.stripLeading() : line);
      continued = line.endsWith("\\");
      if (continued) {
        whole.setLength(whole.length() - 1);
      } else {
        whole.append('\n');
      }
    }
    return whole.toString().stripTrailing();
  }

  List<String> lines() {
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  String firstLine() {
    return lines().get(0);
  }

  boolean isKey() {
    return text.contains("-----BEGIN") || (text.startsWith("{") && text.contains("\"kty\""));
  }

  boolean isMessage() {
    return firstLine().matches("[A-Z]+ \\S+ HTTP/1\\.1") || firstLine().startsWith("HTTP/1.1 ");
  }

  boolean isFields() {
    return firstLine().matches("[A-Za-z][A-Za-z0-9-]*:(?!//).*");
  }

  boolean isComponents() {
    return text.startsWith("\"");
  }

  boolean isBase() {
    List<String> lines = lines();
    return isComponents() && lines.get(lines.size() - 1).startsWith("\"@signature-params\": ");
  }

  boolean isInnerList() {
    return text.startsWith("(");
  }

  boolean isBase64() {
    return text.matches("[A-Za-z0-9+/]{40,}={0,2}");
  }

  boolean isDigestList() {
    return text.startsWith("sha-512 ");
  }
}
