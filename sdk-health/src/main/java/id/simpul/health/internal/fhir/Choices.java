package id.simpul.health.internal.fhir;

import java.util.Set;

/** Members of which an object has one at most. */
public final class Choices {
  private Choices() {}

  /**
   * The members that a member takes the place of.
   *
   * @param type the name of the type that has them, {@code Patient}
   * @param member a member of it, {@code deceasedDateTime}
   * @return the others of its choice, {@code deceasedBoolean}; empty when it is of none
   */
  public static Set<String> beside(String type, String member) {
    return Shapes.choicesBeside(type, member);
  }
}
