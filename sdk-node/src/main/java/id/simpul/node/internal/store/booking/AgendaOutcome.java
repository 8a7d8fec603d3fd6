package id.simpul.node.internal.store.booking;

import id.simpul.core.operation.Violation;
import java.util.List;

/** What became of an agenda: all of it, or nothing. */
public sealed interface AgendaOutcome {
  /**
   * It was taken.
   *
   * @param places how many places were new or changed
   * @param slots how many slots were new or changed
   */
  record Taken(int places, int slots) implements AgendaOutcome {}

  /**
   * Slots name places that nobody gave.
   *
   * @param violations one for each slot
   */
  record Incomplete(List<Violation> violations) implements AgendaOutcome {
    /** Copies the list. */
    public Incomplete {
      violations = List.copyOf(violations);
    }
  }

  /**
   * Slots have bookings that the change would leave without a place, or with another appointment.
   *
   * @param violations one for each slot
   */
  record InUse(List<Violation> violations) implements AgendaOutcome {
    /** Copies the list. */
    public InUse {
      violations = List.copyOf(violations);
    }
  }
}
