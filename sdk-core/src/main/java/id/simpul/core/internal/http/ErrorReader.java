package id.simpul.core.internal.http;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of an answer that is not a success, as far as it can be read. Thread-safe. */
final class ErrorReader {
  /** How much of an error is read; nobody has that much to complain about. */
  static final int MAX_BYTES = 256 * 1024;

  /** How much of an error is read, at most as much as of an answer. */
  static Limits limits(Exchange<?> exchange) {
    Limits limits = exchange.terms().limits();
    return limits.withMaxBytes(Math.min(limits.maxBytes(), MAX_BYTES));
  }

  /**
   * Reads an error.
   *
   * @param exchange the exchange it ends
   * @param status its status
   * @param contentType its {@code Content-Type}, or null
   * @param body its bytes
   * @return what it says; without problems when that cannot be made out
   */
  ErrorReport read(Exchange<?> exchange, int status, @Nullable String contentType, Source body) {
    Optional<ErrorFormat> format = format(exchange.operation(), exchange.suffix(), contentType);
    if (format.isPresent()) {
      try (InputStream in = body.open()) {
        return format.get().read(status, in, limits(exchange));
      } catch (IOException | RuntimeException e) {
        // The status is the answer; a page of HTML in its place must not hide it.
        return new ErrorReport(status, List.of());
      }
    }
    return new ErrorReport(status, List.of());
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  private static Optional<ErrorFormat> format(
      Operation<?, ?> operation, String suffix, @Nullable String contentType) {
    ErrorFormat expected = operation.errorsFor(suffix);
    if (contentType == null) {
      return Optional.of(expected);
    }
    String family = MediaType.parse(contentType).map(ErrorReader::family).orElse("");
    if (family.equals(family(expected.mediaType()))) {
      return Optional.of(expected);
    }
    // Some nodes answer every error in one format, whatever was asked for.
    return operation.errors().stream()
        .filter(f -> family.equals(family(f.mediaType())))
        .findFirst();
  }

  private static String family(MediaType type) {
    if (type.type().endsWith("json")) {
      return "json";
    }
    return type.type().endsWith("xml") ? "xml" : type.type();
  }
}
