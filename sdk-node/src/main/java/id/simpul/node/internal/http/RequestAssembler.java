package id.simpul.node.internal.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a received request apart into what an operation's input reads. */
final class RequestAssembler {
  /** The form field that stands in for the header {@code Idempotency-Key}. */
  static final String KEY_FIELD = "idempotency_key";

  private static final String KEY_HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

  private RequestAssembler() {}

  /**
   * Takes a request apart.
   *
   * @param operation what it means
   * @param path the template's variables
   * @param query the query string, encoded
   * @param headers all header fields
   * @param body the whole body
   * @return the parts
   */
  static RequestParts assemble(
      Operation<?, ?> operation,
      Map<String, String> path,
      String query,
      Headers headers,
      byte[] body) {
    try {
      Params params = FormDecoder.decode(query);
      return new RequestParts(path, params, headers, body(operation, headers, body));
    } catch (FormatException e) {
      throw Refusal.of(400, Violation.MALFORMED, e.where(), e.reason());
    }
  }

  private static Body body(Operation<?, ?> operation, Headers headers, byte[] bytes)
      throws FormatException {
    List<MediaType> taken = operation.input().bodies();
    if (taken.isEmpty()) {
      if (bytes.length > 0) {
        throw Refusal.of(
            400, Violation.UNSUPPORTED, "body", "this operation takes no request body");
      }
      return Body.NONE;
    }
    headers.first("Content-Encoding").ifPresent(RequestAssembler::refuseEncoded);
    String contentType = headers.first("Content-Type").orElse("");
    Optional<MediaType> type = MediaType.parse(contentType);
    MediaType match =
        type.flatMap(t -> taken.stream().filter(t::sameType).findFirst())
            .orElseThrow(() -> unsupported(taken));
    if (type.get().charset().length() > 0 && !type.get().charset().equals("utf-8")) {
      throw Refusal.of(415, Violation.UNSUPPORTED, "Content-Type", "the charset must be utf-8");
    }
    if (match.sameType(MediaType.FORM)) {
      return new Body.Form(
          FormDecoder.decode(new String(bytes, StandardCharsets.ISO_8859_1)), List.of());
    }
    return match.sameType(MediaType.MULTIPART)
        ? MultipartDecoder.decode(contentType, bytes)
        : new Body.Document(match, bytes);
  }

  /** What is not inflated cannot inflate to more than was sent (RFC 9110, section 8.4). */
  private static void refuseEncoded(String encoding) {
    if (!encoding.equalsIgnoreCase("identity")) {
      throw Refusal.of(
          415, Violation.UNSUPPORTED, "Content-Encoding", "a body must not be compressed");
    }
  }

  private static Refusal unsupported(List<MediaType> taken) {
    return Refusal.of(
        415,
        Violation.UNSUPPORTED,
        "Content-Type",
        "must be " + String.join(" or ", taken.stream().map(MediaType::type).toList()));
  }

  /**
   * The idempotency key of a request: the header, or the form field for clients that cannot set
   * one. The header may be quoted, as the IETF's draft writes it; the quotes are not part of it.
   *
   * @param parts the request
   * @return the key, or empty when it has none
   */
  static Optional<String> idempotencyKey(RequestParts parts) {
    Optional<String> header = parts.headers().first(KEY_HEADER).map(RequestAssembler::unquoted);
    Optional<String> field = parts.form().first(KEY_FIELD).or(() -> parts.query().first(KEY_FIELD));
    if (header.isPresent() && field.isPresent() && !header.equals(field)) {
      throw Refusal.of(400, Violation.CONFLICT, KEY_FIELD, "differs from the header " + KEY_HEADER);
    }
    Optional<String> key = header.or(() -> field);
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw Refusal.of(
          400, Violation.TYPE, KEY_HEADER, "must have 1 to 128 visible ASCII characters");
    }
    return key;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
