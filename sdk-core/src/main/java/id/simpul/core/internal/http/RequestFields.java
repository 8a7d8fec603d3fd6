package id.simpul.core.internal.http;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects the header fields of one request. Not thread-safe. */
final class RequestFields {
  /** Fields the pipeline or OkHttp sets itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final okhttp3.Headers.Builder fields = new okhttp3.Headers.Builder();
  private final List<Violation> violations = new ArrayList<>(0);

  /** Adds a field of the pipeline's own. */
  void set(String name, String value) {
    fields.add(name, value);
  }

  /** Adds fields of the operation or the caller. */
  void addAll(Headers more) {
    for (Headers.Field field : more.fields()) {
      if (RESERVED.contains(field.name().toLowerCase(Locale.ROOT))) {
        violations.add(
            new Violation(
                Violation.CONFLICT, field.name(), "the client sets this header field itself"));
      } else {
        add(field);
      }
    }
  }

  private void add(Headers.Field field) {
    try {
      fields.add(field.name(), field.value());
    } catch (IllegalArgumentException e) {
      // The message quotes the value, so it goes no further.
      violations.add(
          new Violation(
              Violation.MALFORMED, field.name(), "a header field holds visible ASCII only"));
    }
  }

  /**
   * The fields.
   *
   * @param subject what they belong to, for the message
   * @throws ValidationException when one of them cannot be sent
   */
  okhttp3.Headers end(String subject) {
    if (!violations.isEmpty()) {
      throw new ValidationException(subject, violations);
    }
    return fields.build();
  }
}
