package id.simpul.core.operation;

import java.util.Objects;

/**
 * A file in a multipart body, described but not held. (Keeping files comes with media storage; a
 * node without it refuses them by name.)
 *
 * @param field the form field it came in
 * @param mediaType the declared media type
 * @param size bytes
 */
public record FilePart(String field, MediaType mediaType, long size) {
  /** Checks the members. */
  public FilePart {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(mediaType, "mediaType");
    if (size < 0) {
      throw new IllegalArgumentException("A size is not negative");
    }
  }
}
