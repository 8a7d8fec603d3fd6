package id.simpul.health.internal.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type of FHIR R4: its members, which of them it must have, and its rules. Filled by {@link
 * ShapeReader} alone, before anybody else sees it.
 */
final class Shape {
  /** The most members a type has; one bit each says which were there. */
  static final int MAX_SLOTS = Long.SIZE;

  private final String name;
  private final boolean resource;

  /** Every member by its name on the wire, choices spelt out. */
  final Map<String, Member> members = new HashMap<>();

  /** The name of each place, choices with {@code [x]}. */
  final List<String> slots = new ArrayList<>();

  /** The rules, in the order of the standard's text. */
  final List<Rule> rules = new ArrayList<>();

  private long required;
  private long choices;

  Shape(String name, boolean resource) {
    this.name = name;
    this.resource = resource;
  }

  String name() {
    return name;
  }

  boolean resource() {
    return resource;
  }

  /** A bit for each place that must be filled. */
  long required() {
    return required;
  }

  void inherit(Shape base) {
    members.putAll(base.members);
    slots.addAll(base.slots);
    rules.addAll(base.rules);
    required = base.required;
    choices = base.choices;
  }

  /** Whether a place is one of several types, of which one is given. */
  boolean isChoice(int slot) {
    return (choices & 1L << slot) != 0;
  }

  int addSlot(String slot, boolean mustBeFilled) {
    if (slots.size() == MAX_SLOTS) {
      throw new IllegalStateException("Too many members of " + name);
    }
    slots.add(slot);
    int at = slots.size() - 1;
    required |= mustBeFilled ? 1L << at : 0;
    choices |= slot.endsWith("[x]") ? 1L << at : 0;
    return at;
  }
}
