package id.simpul.health.reconciliation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole set can say of a group.
 *
 * @param counted the dose number by counting, or 0
 * @param unclear whether a record has two newest versions
 * @param doubts what speaks against taking the group for granted
 * @param witness the statement a doubt is about, or null
 * @param worn identifiers that identify no dose
 */
record Facts(
    int counted,
    boolean unclear,
    Set<Reason> doubts,
    @Nullable DoseStatement witness,
    Set<DoseIdentifier> worn) {
  static final Facts NONE = new Facts(0, false, EnumSet.noneOf(Reason.class), null, Set.of());

  /** Whether two statements go by one identifier that is good for it. */
  boolean identified(DoseStatement a, DoseStatement b) {
    return a.identifiers().stream()
        .anyMatch(each -> b.identifiers().contains(each) && !worn.contains(each));
  }
}
