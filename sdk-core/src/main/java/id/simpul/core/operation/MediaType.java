package id.simpul.core.operation;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A media type (RFC 9110, section 8.3.1): what stands before the parameters, and the charset, the
 * only parameter Simpul reads.
 *
 * @param type type and subtype, lower case, for example {@code text/xml}
 * @param charset the charset in lower case, or {@code ""}
 */
public record MediaType(String type, String charset) {
  /** {@code application/json}; JSON is always UTF-8 and has no charset parameter (RFC 8259). */
  public static final MediaType JSON = new MediaType("application/json", "");

  /** {@code application/problem+json} (RFC 9457). */
  public static final MediaType PROBLEM_JSON = new MediaType("application/problem+json", "");

  /** {@code text/xml; charset=utf-8}, as GeoReport v2 asks. */
  public static final MediaType TEXT_XML = new MediaType("text/xml", "utf-8");

  /** {@code application/x-www-form-urlencoded; charset=utf-8}. */
  public static final MediaType FORM = new MediaType("application/x-www-form-urlencoded", "utf-8");

  /** {@code multipart/form-data} (RFC 7578). */
  public static final MediaType MULTIPART = new MediaType("multipart/form-data", "");

  /** Lower-cases both parts. */
  public MediaType {
    type = Objects.requireNonNull(type, "type").toLowerCase(Locale.ROOT);
    charset = Objects.requireNonNull(charset, "charset").toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a {@code Content-Type} value.
   *
   * @param value the field value
   * @return the media type, or empty when there is no {@code type/subtype} in it
   */
  public static Optional<MediaType> parse(String value) {
    String[] parts = value.split(";", -1);
    String type = parts[0].strip();
    int slash = type.indexOf('/');
    if (slash < 1 || slash == type.length() - 1 || type.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    String charset = "";
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.toLowerCase(Locale.ROOT).startsWith("charset=")) {
        charset = parameter.substring("charset=".length()).replace("\"", "").strip();
      }
    }
    return Optional.of(new MediaType(type, charset));
  }

  /**
   * Whether type and subtype are equal, whatever the charset.
   *
   * @param other the other
   * @return true when they name the same media type
   */
  public boolean sameType(MediaType other) {
    return type.equals(other.type);
  }

  /** The value of a {@code Content-Type} header field. */
  @Override
  public String toString() {
    return charset.isEmpty() ? type : type + "; charset=" + charset;
  }
}
