package id.simpul.health.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which places of one object are filled, and by which member. Not thread-safe. */
final class Filled {
  private final Shape shape;
  private long seen;

  /** Names of choices that were made; most objects have none, and few more than one. */
  private @Nullable List<String> choices;

  Filled(Shape shape) {
    this.shape = shape;
  }

  /**
   * Notes a member that stays. A primitive and its {@code _name} fill one place together, whichever
   * comes first.
   *
   * @param wire the member's name
   * @param named the member of that name, or null when there is none
   * @return false when another member of a choice is given too
   */
  boolean by(String wire, @Nullable Member named) {
    Member member = named;
    String name = wire;
    if (member == null && wire.startsWith("_")) {
      name = wire.substring(1);
      Member described = shape.members.get(name);
      member = described == null || described.primitive() == null ? null : described;
    }
    if (member == null) {
      return true;
    }
    seen |= 1L << member.slot();
    return !shape.isChoice(member.slot()) || name.equals(first(member, name));
  }

  private String first(Member member, String name) {
    if (choices == null) {
      choices = new ArrayList<>(2);
    }
    for (String before : choices) {
      Member made = shape.members.get(before);
      if (made != null && made.slot() == member.slot()) {
        return before;
      }
    }
    choices.add(name);
    return name;
  }

  /** A bit for each place that must be filled and is not. */
  long missing() {
    return shape.required() & ~seen;
  }
}
