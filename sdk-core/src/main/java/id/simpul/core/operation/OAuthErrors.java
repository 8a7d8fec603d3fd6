package id.simpul.core.operation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The error documents of OAuth 2.0 (RFC 6749, section 5.2), which OpenID Federation 1.1 (section
 * 8.9) and OpenID4VCI 1.0 use too: one word and one description. A report of several problems is
 * written with the word of the first and the descriptions of all.
 */
public final class OAuthErrors implements ErrorFormat {
  /** The one instance there need be. */
  public static final OAuthErrors FORMAT = new OAuthErrors();

  private static final SchemaId SCHEMA = new SchemaId("oauth/v1/error");
  private static final int SERVER_ERROR = 500;

  private OAuthErrors() {}

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.of(SCHEMA);
  }

  /** A problem whose code is the status, as a node's own are, gets the word that goes with it. */
  @Override
  public void write(ErrorReport report, OutputStream out) throws IOException {
    String code = report.problems().isEmpty() ? "" : report.problems().get(0).code();
    boolean isWord = !code.isEmpty() && !code.chars().allMatch(c -> c >= '0' && c <= '9');
    JsonObject.Builder document =
        JsonObject.builder().put("error", isWord ? plain(code) : word(report.status()));
    if (!report.problems().isEmpty()) {
      document.put(
          "error_description",
          report.problems().stream()
              .map(problem -> plain(problem.description()))
              .collect(Collectors.joining("; ")));
    }
    Json.write(document.build(), out);
  }

  // What the RFC lets stand in both members: printable ASCII but for two marks.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        plain.append('\'');
      } else {
        plain.append(c < ' ' || c > '~' || c == '\\' ? '?' : c);
      }
    }
    return plain.toString();
  }

  private static String word(int status) {
    return switch (status) {
      case 401 -> "invalid_client";
      case 403 -> "access_denied";
      case 404 -> "not_found";
      case 503 -> "temporarily_unavailable";
      default -> status < SERVER_ERROR ? "invalid_request" : "server_error";
    };
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    if (Json.read(in, limits) instanceof JsonObject document
        && document.members().get("error") instanceof JsonString error) {
      String description =
          document.members().get("error_description") instanceof JsonString text
              ? text.value()
              : error.value();
      return new ErrorReport(status, List.of(new Problem(error.value(), description)));
    }
    throw new FormatException("/error", "an error has a word");
  }
}
