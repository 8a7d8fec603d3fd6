package id.simpul.health.vaccination;

import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places and slots as an officer gives them to the node. Slots the node has and the agenda does not
 * name stay as they are.
 *
 * @param places the places that are new or changed
 * @param slots the slots that are new or changed
 */
public record Agenda(List<VaccinationPlace> places, List<AgendaSlot> slots) {
  /** The most places in one agenda. */
  public static final int MAX_PLACES = 500;

  /** The most slots in one agenda. */
  public static final int MAX_SLOTS = 1_000;

  /** Copies the lists. */
  public Agenda {
    places = List.copyOf(places);
    slots = List.copyOf(slots);
  }

  /**
   * What is wrong with the agenda as a whole: too much of it, or an id twice.
   *
   * @return the violations, possibly none
   */
  public List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    ids("/places", places.stream().map(VaccinationPlace::id).toList(), MAX_PLACES, violations);
    ids("/slots", slots.stream().map(AgendaSlot::id).toList(), MAX_SLOTS, violations);
    return violations;
  }

  private static void ids(String where, List<String> ids, int most, List<Violation> violations) {
    if (ids.size() > most) {
      violations.add(
          new Violation(Violation.LENGTH, where, "at most " + most + " entries are allowed"));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!seen.add(ids.get(i))) {
        violations.add(
            new Violation(Violation.CONFLICT, where + "/" + i + "/id", "is listed twice"));
      }
    }
  }
}
