package id.simpul.health.internal.cbor;

import java.util.Objects;

/**
 * A tagged item (RFC 8949, section 3.4).
 *
 * @param tag 64 bits without sign
 * @param content the item the tag speaks of
 */
public record CborTag(long tag, CborValue content) implements CborValue {
  /** Checks that there is an item. */
  public CborTag {
    Objects.requireNonNull(content, "content");
  }

  @Override
  public String toString() {
    return "tag " + Long.toUnsignedString(tag);
  }
}
