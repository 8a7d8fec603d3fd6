package id.simpul.health.internal.fhir;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a walk is. Written out only when there is something to say of it. Not thread-safe. */
final class Place {
  private static final int FIRST_CAPACITY = 16;
  private static final int NO_INDEX = -1;
  private @Nullable String[] names = new @Nullable String[FIRST_CAPACITY];
  private int[] indexes = new int[FIRST_CAPACITY];
  private int depth;

  void enter(String name) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    names[depth] = name;
    indexes[depth] = NO_INDEX;
    depth++;
  }

  void item(int index) {
    indexes[depth - 1] = index;
  }

  /** Back from the items to the list. */
  void whole() {
    indexes[depth - 1] = NO_INDEX;
  }

  void leave() {
    depth--;
  }

  /** Whether the innermost member has a name. */
  boolean is(String name) {
    return depth > 0 && name.equals(names[depth - 1]);
  }

  /** The path with a member below it. */
  String with(String member) {
    return this + "." + shown(member);
  }

  // A name of the document's own choosing could be anything: a line break, a NIK.
  private static String shown(@Nullable String name) {
    return name != null && Shapes.isKnown(name) ? name : "?";
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(i == 0 ? "" : ".").append(shown(names[i]));
      if (indexes[i] != NO_INDEX) {
        text.append('[').append(indexes[i]).append(']');
      }
    }
    return text.toString();
  }
}
