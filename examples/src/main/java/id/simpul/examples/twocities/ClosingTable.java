package id.simpul.examples.twocities;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers at the end of the story, and its verdict. Not thread-safe. */
final class ClosingTable {
  private static final int LABEL = 44;
  private static final int VALUE = 10;
  private static final String INDENT = "   ";

  private final List<String> rows = new ArrayList<>();

  ClosingTable row(String label, String value) {
    rows.add(INDENT + String.format(Locale.ROOT, "%-" + LABEL + "s%" + VALUE + "s", label, value));
    return this;
  }

  ClosingTable row(String label, int value) {
    return row(label, Integer.toString(value));
  }

  /**
   * Ends the table.
   *
   * @param tally what differs between the two sides
   * @return its lines; the last says what is lost and doubled
   */
  List<String> close(Tally tally) {
    List<String> lines = new ArrayList<>(rows);
    lines.add(INDENT + "-".repeat(LABEL + VALUE));
    lines.add(INDENT + tally.verdict());
    return List.copyOf(lines);
  }
}
