package id.simpul.identity.federation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A figure of the specification: its name, and what is printed. */
record SpecFigure(String name, String text) {
  private static final Pattern REQUEST = Pattern.compile("(?s)(Host: \\S+\\s+)?(GET|POST) /.*");
  private static final Pattern RESPONSE = Pattern.compile("(?s)(HTTP/1\\.1 )?[1-5][0-9][0-9] .*");

  boolean isRequest() {
    return REQUEST.matcher(text).matches();
  }

  boolean isResponse() {
    return RESPONSE.matcher(text).matches();
  }

  /** Whether it is meant to be JSON, well made or not. */
  boolean looksLikeJson() {
    String start = text.strip();
    return start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
  }

  /** What follows the first empty line. */
  String body() {
    int empty = text.indexOf("\n\n");
    return empty < 0 ? "" : text.substring(empty).strip();
  }

  /** The JSON that is printed, with or without the braces around it, or empty when it is none. */
  Optional<JsonValue> json() {
    return parse(isResponse() ? body() : text);
  }

  private static Optional<JsonValue> parse(String printed) {
    String joined = joinStrings(printed.strip());
    @Nullable JsonValue value = read(joined.startsWith("\"") ? "{" + joined + "}" : joined);
    return value instanceof JsonObject || value instanceof JsonArray
        ? Optional.of(value)
        : Optional.empty();
  }

  private static @Nullable JsonValue read(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (FormatException e) {
      return null;
    }
  }

  /** Long strings are broken into lines for display, which no JSON string may be. */
  private static String joinStrings(String printed) {
    StringBuilder joined = new StringBuilder();
    boolean inside = false;
    boolean skipping = false;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      inside ^= c == '"' && (i == 0 || printed.charAt(i - 1) != '\\');
      skipping = inside && (c == '\n' || (skipping && c == ' '));
      if (!skipping) {
        joined.append(c);
      }
    }
    return joined.toString();
  }
}
