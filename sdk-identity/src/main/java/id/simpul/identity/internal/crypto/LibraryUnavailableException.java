package id.simpul.identity.internal.crypto;

import org.jspecify.annotations.Nullable;

/** A library that cannot be used for an algorithm. */
public final class LibraryUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as the end of a sentence. */
  private final String why;

  LibraryUnavailableException(String why, @Nullable Throwable cause) {
    super(why, cause);
    this.why = why;
  }

  /**
   * What is wrong with it.
   *
   * @return the end of a sentence
   */
  public String why() {
    return why;
  }
}
