package id.simpul.health.reconciliation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Concludes from decisions what could be done; when who got the dose is in doubt, nothing. */
final class Suggestions {
  private Suggestions() {}

  /** Changes that bring each record to what stands. */
  static List<Suggestion> patches(
      Sides sides, Facts facts, List<FieldDecision> decisions, boolean personSure) {
    boolean personInConflict =
        decisions.stream().anyMatch(d -> d.conflict() && d.field().personal());
    if (!personSure || personInConflict || facts.unclear()) {
      return List.of();
    }
    List<Suggestion> patches = new ArrayList<>();
    for (DoseStatement target : sides.live()) {
      Map<DoseField, DoseStatement> changes = new EnumMap<>(DoseField.class);
      decisions.forEach(d -> change(target, d, sides, changes));
      if (!changes.isEmpty()) {
        patches.add(new PatchSuggestion(target, changes));
      }
    }
    return patches;
  }

  private static void change(
      DoseStatement target,
      FieldDecision decision,
      Sides sides,
      Map<DoseField, DoseStatement> changes) {
    DoseField field = decision.field();
    decision
        .stands()
        .filter(register -> register == target.register().other())
        .flatMap(register -> saying(field, sides.live(register)))
        .filter(source -> !field.value(source).equals(field.value(target)))
        .ifPresent(source -> changes.put(field, source));
  }

  /** The one statement whose value stands; when several values do, none does. */
  private static Optional<DoseStatement> saying(DoseField field, List<DoseStatement> side) {
    List<DoseStatement> saying = side.stream().filter(s -> field.value(s).isPresent()).toList();
    boolean one = saying.stream().map(field::value).distinct().count() == 1;
    return one ? Optional.of(saying.get(0)) : Optional.empty();
  }

  /** The record the other register lacks. */
  static List<Suggestion> additions(Sides sides, Facts facts, MatchClass what) {
    List<DoseStatement> live = sides.live();
    boolean sure =
        what != MatchClass.WRONG_PERSON
            && live.size() == 1
            && facts.doubts().isEmpty()
            && !facts.unclear();
    return sure && addable(live.get(0)) ? List.of(new AdditionSuggestion(live.get(0))) : List.of();
  }

  private static boolean addable(DoseStatement statement) {
    return statement.status() == DoseStatus.COMPLETED
        && statement.person().plausibleNik().isPresent()
        && !PersonRelation.contradictsBirth(statement.person());
  }
}
