package id.simpul.node.internal.http;

import org.jspecify.annotations.Nullable;

/** Closes parts one after the other, each of them even when one before it fails. */
public final class Closing {
  private Closing() {}

  /** Something to close. */
  @FunctionalInterface
  public interface Part extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Closes all parts.
   *
   * @param parts what to close, in this order
   * @throws RuntimeException what the first failing part threw; what later ones threw is suppressed
   *     in it
   */
  public static void inOrder(Part... parts) {
    @Nullable RuntimeException first = null;
    for (Part part : parts) {
      try {
        part.close();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
