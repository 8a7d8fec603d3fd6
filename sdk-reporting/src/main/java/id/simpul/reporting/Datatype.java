package id.simpul.reporting;

import java.util.Objects;
import java.util.Set;

/**
 * What a value of an {@link Attribute} looks like. An open list: a code this version does not know
 * is kept and written back.
 *
 * @param code the word on the wire
 */
public record Datatype(String code) {
  /** A line of text. */
  public static final Datatype STRING = new Datatype("string");

  /** A number. */
  public static final Datatype NUMBER = new Datatype("number");

  /** A date and time. */
  public static final Datatype DATETIME = new Datatype("datetime");

  /** A text of several lines. */
  public static final Datatype TEXT = new Datatype("text");

  /** One of the attribute's values. */
  public static final Datatype SINGLEVALUELIST = new Datatype("singlevaluelist");

  /** Some of the attribute's values. */
  public static final Datatype MULTIVALUELIST = new Datatype("multivaluelist");

  private static final Set<Datatype> KNOWN =
      Set.of(STRING, NUMBER, DATETIME, TEXT, SINGLEVALUELIST, MULTIVALUELIST);

  /** Checks that there is a code. */
  public Datatype {
    if (Objects.requireNonNull(code, "code").isBlank()) {
      throw new IllegalArgumentException("A code is not blank");
    }
  }

  /**
   * Whether this version knows the code.
   *
   * @return true for the constants of this class
   */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
