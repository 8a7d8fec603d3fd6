package id.simpul.node.wire;

import id.simpul.core.operation.Headers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands in a transcript for what differs from run to run: {@code {{name}}}. */
final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{([a-z][a-z0-9-]*)(?::([0-9]+))?}}");

  // What the node makes up, and how it looks.
  private static final Map<String, String> KINDS =
      Map.of(
          "request-id", "[A-Za-z0-9_-]{8}-[0-9a-z]+",
          "new-report", "1571-[0-9a-z]{26}",
          "new-token", "1571-t[0-9a-z]{26}",
          "date", "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
          "nonce", "[A-Za-z0-9_-]{22}",
          "base64", "[A-Za-z0-9+/]+={0,2}");

  private final Map<String, String> values;

  private Placeholders(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  static Placeholders none() {
    return new Placeholders(Map.of());
  }

  /** Values for whatever a client can be shown without a node. */
  static Placeholders samples() {
    return new Placeholders(
        Map.of(
            "report", "1571-0123456789abcdefghjk",
            "token", "1571-t0123456789abcdefghjk",
            "request-id", "AbCdEfGh-1z",
            "date", "Sat, 21 Nov 2026 02:00:00 GMT",
            "new-report", "1571-mnpqrstvwxyz01234567",
            "new-token", "1571-tmnpqrstvwxyz01234567",
            "nonce", "AAAAAAAAAAAAAAAAAAAAAA",
            "base64", "AAAA"));
  }

  Placeholders with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new Placeholders(more);
  }

  String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new AssertionError("Nothing says what {{" + name + "}} is");
    }
    return value;
  }

  /** The message with every placeholder filled in, its length last. */
  Message fill(Message message) {
    String body = fill(message.body());
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    Placeholders all = with("length", Integer.toString(length));
    return new Message(
        all.fill(message.startLine()),
        message.headers().stream()
            .map(f -> new Headers.Field(f.name(), all.fill(f.value())))
            .toList(),
        body);
  }

  String fill(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(2) == null ? value(found.group(1)) : generated(found)));
  }

  private static String generated(MatchResult found) {
    int count = Integer.parseInt(found.group(2));
    return switch (found.group(1)) {
      case "filler" -> "a".repeat(count);
      case "fields" ->
          IntStream.rangeClosed(1, count)
              .mapToObj(i -> "f" + i + "=1")
              .collect(Collectors.joining("&"));
      default -> throw new AssertionError("No such placeholder: " + found.group());
    };
  }

  /** What an answer must look like that was received with a body of so many bytes. */
  Pattern pattern(String text, int length) {
    Function<String, String> meaning =
        name -> {
          if (name.equals("length")) {
            return Integer.toString(length);
          }
          String value = values.get(name);
          String kind = KINDS.get(name);
          if (value == null && kind == null) {
            throw new AssertionError("Nothing says what {{" + name + "}} is");
          }
          return value == null ? "(?:" + kind + ")" : Pattern.quote(value);
        };
    StringBuilder pattern = new StringBuilder();
    Matcher found = PLACEHOLDER.matcher(text);
    int start = 0;
    while (found.find()) {
      pattern.append(Pattern.quote(text.substring(start, found.start())));
      pattern.append(meaning.apply(found.group(1)));
      start = found.end();
    }
    return Pattern.compile(pattern + Pattern.quote(text.substring(start)));
  }
}
