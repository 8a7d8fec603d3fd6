package id.simpul.health.internal.cbor;

import java.util.Objects;

/**
 * A text string (RFC 8949, section 3.1, major type 3).
 *
 * @param value the characters, without lone surrogates when it was read
 */
public record CborText(String value) implements CborValue {
  /** Checks that there is a text. */
  public CborText {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "text";
  }
}
