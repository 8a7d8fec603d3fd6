package id.simpul.health.reconciliation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Concludes from decisions what could be done; when anything is in doubt, nothing. */
final class Suggestions {
  private Suggestions() {}

  /**
   * Changes that bring a record to what stands: of the vial, the place and the day alone, and only
   * when one record of either register is surely of one person and dose. Who the person is, the
   * number of the dose and whether it was given are never suggested.
   */
  static List<Suggestion> patches(Sides sides, Facts facts, List<FieldDecision> decisions) {
    List<DoseStatement> national = sides.live(Register.NATIONAL);
    List<DoseStatement> regional = sides.live(Register.REGIONAL);
    boolean sure =
        national.size() == 1
            && regional.size() == 1
            && !facts.unclear()
            && facts.doubts().isEmpty()
            && onePerson(national.get(0).person(), regional.get(0).person())
            && oneDose(national.get(0), regional.get(0));
    return sure
        ? sides.live().stream().flatMap(s -> patch(s, decisions, sides).stream()).toList()
        : List.of();
  }

  private static boolean onePerson(Vaccinee a, Vaccinee b) {
    return PersonRelation.of(a, b).surelySame()
        && !PersonRelation.contradictsBirth(a)
        && !PersonRelation.contradictsBirth(b);
  }

  /** Whether two statements say enough alike of a dose that was given, and one thing amiss. */
  private static boolean oneDose(DoseStatement a, DoseStatement b) {
    boolean otherDay = !a.date().equals(b.date());
    return a.status() == DoseStatus.COMPLETED
        && b.status() == DoseStatus.COMPLETED
        && a.group().equals(b.group())
        && Doses.daysNear(a.date(), b.date())
        && !contradict(DoseField.DOSE_NUMBER, a, b)
        && (Doses.agree(DoseField.DOSE_NUMBER, a, b) || Doses.agree(DoseField.LOT, a, b))
        && !(otherDay && contradict(DoseField.LOT, a, b));
  }

  private static boolean contradict(DoseField field, DoseStatement a, DoseStatement b) {
    return field.value(a).isPresent() && field.value(b).isPresent() && !Doses.agree(field, a, b);
  }

  private static Optional<Suggestion> patch(
      DoseStatement target, List<FieldDecision> decisions, Sides sides) {
    Register other = target.register().other();
    DoseStatement source = sides.live(other).get(0);
    Map<DoseField, DoseStatement> changes = new EnumMap<>(DoseField.class);
    decisions.stream()
        .filter(d -> d.field().policy() == FieldPolicy.ORIGINATOR_WINS)
        .filter(d -> d.stands().filter(stands -> stands == other).isPresent())
        .forEach(d -> changes.put(d.field(), source));
    return changes.isEmpty() ? Optional.empty() : Optional.of(new PatchSuggestion(target, changes));
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

  /** Whether the NIK is shown to be that of the person. */
  private static boolean addable(DoseStatement statement) {
    return statement.status() == DoseStatus.COMPLETED
        && statement.person().plausibleNik().isPresent()
        && statement.person().birthDate().isPresent()
        && !PersonRelation.contradictsBirth(statement.person());
  }
}
