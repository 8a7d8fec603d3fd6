package id.simpul.health.vaccination.wire;

import java.util.Objects;

/**
 * A file as it is published.
 *
 * @param content what it says; of no meaning unless it was modified
 * @param entityTag what names this content in the field {@code ETag} (RFC 9110, section 8.8.3);
 *     {@code ""} as it is read, because there the field says it
 * @param modified false when the reader has it already, which is answered with 304
 * @param <T> what it says
 */
public record Published<T>(T content, String entityTag, boolean modified) {
  /** Checks that the members are given. */
  public Published {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(entityTag, "entityTag");
  }

  /**
   * A file that was read.
   *
   * @param content what it says
   * @param <T> what it says
   * @return the file
   */
  static <T> Published<T> read(T content) {
    return new Published<>(content, "", true);
  }
}
