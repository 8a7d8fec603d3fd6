package id.simpul.reporting;

import org.jspecify.annotations.Nullable;

/** GeoReport treats an empty text as no text at all. */
final class Texts {
  private Texts() {}

  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
