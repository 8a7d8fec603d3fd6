package id.simpul.health.internal.fhir;

import org.jspecify.annotations.Nullable;

/** Which places of one object are filled, and by which member. Not thread-safe. */
final class Filled {
  private final Shape shape;
  private long seen;

  /** Names by place, for choices alone; most objects have none. */
  private @Nullable String @Nullable [] choices;

  Filled(Shape shape) {
    this.shape = shape;
  }

  /**
   * Notes a member that stays. A primitive and its {@code _name} fill one place together, whichever
   * comes first.
   *
   * @return false when another member of a choice is given too
   */
  boolean by(String wire) {
    Member member = shape.members.get(wire);
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
    return !shape.slots.get(member.slot()).endsWith("[x]") || name.equals(first(member, name));
  }

  private String first(Member member, String name) {
    if (choices == null) {
      choices = new @Nullable String[shape.slots.size()];
    }
    String before = choices[member.slot()];
    if (before == null) {
      choices[member.slot()] = name;
    }
    return before == null ? name : before;
  }

  /** A bit for each place that must be filled and is not. */
  long missing() {
    return shape.required() & ~seen;
  }
}
