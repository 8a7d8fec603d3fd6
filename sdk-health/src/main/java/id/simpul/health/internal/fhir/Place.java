package id.simpul.health.internal.fhir;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk is, in the simple FHIRPath an OperationOutcome points with
 * (hl7.org/fhir/R4/fhirpath.html#simple). Written out only when there is something to say of it.
 * Not thread-safe.
 */
final class Place {
  private static final int FIRST_CAPACITY = 16;
  private static final int NO_INDEX = -1;
  private @Nullable String[] names = new @Nullable String[FIRST_CAPACITY];
  private @Nullable Shape[] owners = new @Nullable Shape[FIRST_CAPACITY];
  private int[] indexes = new int[FIRST_CAPACITY];
  private int depth;

  /**
   * Goes down to a member, or at first to the resource.
   *
   * @param owner the type of the object that has it, or null when that is not described
   * @param name its name on the wire
   */
  void enter(@Nullable Shape owner, String name) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      owners = Arrays.copyOf(owners, 2 * depth);
      indexes = Arrays.copyOf(indexes, 2 * depth);
    }
    names[depth] = name;
    owners[depth] = owner;
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

  /**
   * The path with a member below it.
   *
   * @param slot one of the description's names, {@code occurrence[x]} for a choice
   */
  String with(String slot) {
    return this + "." + PathNames.ofSlot(slot);
  }

  /**
   * The path, as far as its names are FHIR's. A name of the document's own choosing could be
   * anything, a line break or a NIK, and is no FHIRPath: the path ends before it.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String name = i == 0 ? PathNames.ofRoot(names[0]) : PathNames.of(owners[i], names[i]);
      if (name == null) {
        break;
      }
      text.append(i == 0 ? "" : ".").append(name);
      if (indexes[i] != NO_INDEX) {
        text.append('[').append(indexes[i]).append(']');
      }
    }
    return text.toString();
  }
}
