package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Spellings;
import id.simpul.health.internal.reconciliation.Spellings.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares field by field and says whose value stands. */
final class Decisions {
  private final Sides sides;
  private final int counted;

  private Decisions(Sides sides, int counted) {
    this.sides = sides;
    this.counted = counted;
  }

  /** The decisions of a group that both registers have. */
  static List<FieldDecision> of(Sides sides, int counted) {
    Decisions decisions = new Decisions(sides, counted);
    List<FieldDecision> made = new ArrayList<>();
    for (DoseField field : DoseField.values()) {
      decisions.decide(field, made);
    }
    return made;
  }

  private void decide(DoseField field, List<FieldDecision> made) {
    Set<Object> national = values(field, Register.NATIONAL);
    Set<Object> regional = values(field, Register.REGIONAL);
    if (national.isEmpty() != regional.isEmpty()) {
      Register says = national.isEmpty() ? Register.REGIONAL : Register.NATIONAL;
      made.add(
          trusted(field, says)
              ? FieldDecision.gap(field, says)
              : FieldDecision.difference(field, false, null));
    } else if (national.size() > 1 || !national.equals(regional)) {
      made.add(
          FieldDecision.difference(field, !tolerated(field), stands(field, national, regional)));
    }
  }

  private Set<Object> values(DoseField field, Register register) {
    Set<Object> values = new LinkedHashSet<>();
    sides.live(register).forEach(s -> field.value(s).ifPresent(values::add));
    return values;
  }

  private boolean tolerated(DoseField field) {
    return switch (field) {
      case NAME -> !sides.anyPair(Decisions::differentNames);
      case DATE -> !sides.anyPair((n, r) -> !Doses.daysNear(n.date(), r.date()));
      default -> false;
    };
  }

  private static boolean differentNames(DoseStatement a, DoseStatement b) {
    return Spellings.compare(a.person().name(), b.person().name()) == Likeness.DIFFERENT;
  }

  private @Nullable Register stands(DoseField field, Set<Object> national, Set<Object> regional) {
    @Nullable Register stands =
        switch (field.policy()) {
          case NATIONAL_WINS -> national.size() == 1 ? Register.NATIONAL : null;
          case ORIGINATOR_WINS -> originator(national, regional);
          case ERROR_WINS -> takenBack();
          case AS_COUNTED -> asCounted(national, regional);
        };
    return stands != null && trusted(field, stands) ? stands : null;
  }

  /** Whether what a register says of a field can stand. */
  private boolean trusted(DoseField field, Register register) {
    boolean kept = field == DoseField.STATUS || !sides.takenBack(register);
    return switch (field) {
      case NIK -> kept && sides.live(register).stream().allMatch(Decisions::nikFits);
      case BIRTH_DATE ->
          kept
              && sides.live(register).stream()
                  .noneMatch(s -> PersonRelation.contradictsBirth(s.person()));
      default -> kept;
    };
  }

  private static boolean nikFits(DoseStatement s) {
    boolean unwritten = s.person().nikDigits().isEmpty();
    return (unwritten || s.person().plausibleNik().isPresent())
        && !PersonRelation.contradictsBirth(s.person());
  }

  private @Nullable Register originator(Set<Object> national, Set<Object> regional) {
    Register first = sides.originator().orElse(null);
    Set<Object> values = first == Register.NATIONAL ? national : regional;
    return first != null && values.size() == 1 ? first : null;
  }

  private @Nullable Register takenBack() {
    if (sides.takenBack(Register.NATIONAL)) {
      return Register.NATIONAL;
    }
    return sides.takenBack(Register.REGIONAL) ? Register.REGIONAL : null;
  }

  private @Nullable Register asCounted(Set<Object> national, Set<Object> regional) {
    if (counted == 0) {
      return null;
    }
    if (national.equals(Set.of(counted))) {
      return Register.NATIONAL;
    }
    return regional.equals(Set.of(counted)) ? Register.REGIONAL : null;
  }
}
