package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import org.jspecify.annotations.Nullable;

/** Where in a document a value stands. Turned into text only when something is wrong there. */
public final class Place {
  /** The document itself. */
  public static final Place ROOT = new Place(null, "");

  private final @Nullable Place parent;
  private final String name;

  private Place(@Nullable Place parent, String name) {
    this.parent = parent;
    this.name = name;
  }

  /**
   * A place inside this one.
   *
   * @param child a member, an element or an index
   * @return the place
   */
  public Place child(String child) {
    return new Place(this, child);
  }

  /**
   * Says what is wrong here.
   *
   * @param reason why, one phrase without content of the document
   * @return the exception to throw
   */
  public FormatException fail(String reason) {
    return new FormatException(toString(), reason);
  }

  /** A JSON pointer (RFC 6901), {@code /} for the document itself. */
  @Override
  public String toString() {
    if (parent == null) {
      return "/";
    }
    StringBuilder pointer = new StringBuilder();
    for (Place p = this; p.parent != null; p = p.parent) {
      pointer.insert(0, "/" + p.name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
