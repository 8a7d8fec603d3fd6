package id.simpul.node.wire;

import static java.util.Map.entry;

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
      Map.ofEntries(
          entry("request-id", "[A-Za-z0-9_-]{8}-[0-9a-z]+"),
          entry("new-report", "1571-[0-9a-z]{26}"),
          entry("new-token", "1571-t[0-9a-z]{26}"),
          entry(
              "date",
              "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT"),
          entry("nonce", "[A-Za-z0-9_-]{22}"),
          entry("base64", "[A-Za-z0-9+/]+={0,2}"),
          entry("new-id", "[0-9a-z]{26}"),
          entry("new-code", "[A-Za-z0-9_-]{43}"),
          entry("new-digest", "[A-Za-z0-9_-]{43}"),
          entry("new-digits", "[0-9]{6}"),
          entry("new-c-nonce", "[A-Za-z0-9_.-]+"),
          entry("new-access", "[A-Za-z0-9_.-]+"),
          entry("new-credential", "[A-Za-z0-9_.~-]+"),
          entry("new-sealed", "[A-Za-z0-9_-]+"),
          entry("new-jws", "[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){2}"),
          entry("new-export", "[A-Za-z0-9.-]{22}"),
          entry("new-uvci", "URN:UVCI:01:ID:[0-9A-Z]{24}"),
          entry("new-hcert", "HC1:[0-9A-Z $%*+./:-]+"),
          entry("new-page", "(?s:<!DOCTYPE html>.+</html>\\s*)"),
          entry(
              "new-pem",
              "-----BEGIN CERTIFICATE-----\n[A-Za-z0-9+/=\n]+\n-----END CERTIFICATE-----\n"),
          entry("new-entries", "\\[(?:\\{\"hash\":\"[A-Za-z0-9+/]{22}==\"},?)*]"),
          entry("list", "[A-Za-z0-9_-]+"),
          entry("index", "[0-9]{1,6}"),
          entry("digests", "\"[A-Za-z0-9_-]{43}\"(?:,\"[A-Za-z0-9_-]{43}\")*"));

  private static final String CODE = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

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
        Map.ofEntries(
            entry("report", "1571-0123456789abcdefghjk"),
            entry("token", "1571-t0123456789abcdefghjk"),
            entry("request-id", "AbCdEfGh-1z"),
            entry("date", "Sat, 21 Nov 2026 02:00:00 GMT"),
            entry("new-report", "1571-mnpqrstvwxyz01234567"),
            entry("new-token", "1571-tmnpqrstvwxyz01234567"),
            entry("nonce", "AAAAAAAAAAAAAAAAAAAAAA"),
            entry("base64", "AAAA"),
            entry("code", CODE),
            entry("offer", CODE),
            entry("tx-code", "123456"),
            entry("access-token", CODE),
            entry("c-nonce", CODE),
            entry("proof", "eyJhbGciOiJFZERTQSJ9.eyJub25jZSI6IkEifQ.AAAA"),
            entry("reference", "01234567890123456789abcdef"),
            entry("booking", "01234567890123456789abcdef"),
            entry("dose", "01234567890123456789abcdef"),
            entry("export", "AbCdEfGhIjKlMnOpQrStUv"),
            entry("new-export", "AbCdEfGhIjKlMnOpQrStUv"),
            entry("practitioner", "01234567890123456789abcdef"),
            entry("new-uvci", "URN:UVCI:01:ID:0123456789ABCDEFGHIJKLMN"),
            entry("number", "URN:UVCI:01:ID:0123456789ABCDEFGHIJKLMN"),
            entry("new-hcert", "HC1:AAAA"),
            entry("new-entries", "[{\"hash\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}]"),
            entry("new-pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            entry("state", CODE),
            entry("presentation", "eyJhbGciOiJFZERTQSJ9.eyJ2Y3QiOiJBIn0.AAAA%7EAAAA%7E"),
            entry("new-id", "01234567890123456789abcdef"),
            entry("new-code", CODE),
            entry("new-digest", CODE),
            entry("new-digits", "123456"),
            entry("organization", "01234567890123456789abcdef"),
            entry("other", "01234567890123456789abcdeg"),
            entry("new-access", "cnN1ZA.1795229999." + CODE),
            entry("new-c-nonce", CODE),
            entry("new-sealed", CODE),
            entry("new-jws", "eyJhbGciOiJFZERTQSJ9.eyJ0dGwiOjM2MDB9.AAAA"),
            entry("new-credential", "eyJhbGciOiJFZERTQSJ9.eyJ2Y3QiOiJBIn0.AAAA~AAAA~")));
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
