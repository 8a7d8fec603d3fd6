package id.simpul.node.wire;

import id.simpul.core.operation.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request or an answer as text.
 *
 * @param startLine request line or status line
 * @param headers the fields in order
 * @param body the content, possibly empty
 */
record Message(String startLine, List<Headers.Field> headers, String body) {

  /** Reads a message whose lines end in a bare line feed, as in a transcript. */
  static Message parse(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text.stripTrailing() : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2).replaceFirst("\n+$", "");
    String[] lines = head.split("\n", -1);
    List<Headers.Field> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.add(
          new Headers.Field(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    Message message = new Message(lines[0], List.copyOf(headers), body);
    String type = message.header("Content-Type").orElse("");
    if (type.endsWith("ndjson")) {
      return new Message(lines[0], headers, body + "\n"); // its lines end, the last one too
    }
    return type.startsWith("multipart/")
        ? new Message(lines[0], headers, body.replace("\n", "\r\n") + "\r\n")
        : message;
  }

  Optional<String> header(String name) {
    return Headers.of(headers).first(name);
  }

  /** The method of a request. */
  String method() {
    return startLine.split(" ", -1)[0];
  }

  /** The target of a request. */
  String target() {
    return startLine.split(" ", -1)[1];
  }

  /** The status of an answer. */
  int status() {
    return Integer.parseInt(startLine.split(" ", -1)[1]);
  }

  byte[] bodyBytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes that travel. */
  byte[] bytes() {
    String head =
        headers.stream()
            .map(f -> f.name() + ": " + f.value() + "\r\n")
            .collect(Collectors.joining("", startLine + "\r\n", "\r\n"));
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** The message without some fields. */
  Message without(Set<String> lowerCaseNames) {
    List<Headers.Field> rest =
        headers.stream()
            .filter(f -> !lowerCaseNames.contains(f.name().toLowerCase(Locale.ROOT)))
            .toList();
    return new Message(startLine, rest, body);
  }

  /**
   * A text that is equal for messages that mean the same: names and order of fields do not count.
   */
  String canonical() {
    return headers.stream()
        .map(f -> f.name().toLowerCase(Locale.ROOT) + ": " + f.value() + "\n")
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining("", startLine + "\n", "\n" + body));
  }
}
