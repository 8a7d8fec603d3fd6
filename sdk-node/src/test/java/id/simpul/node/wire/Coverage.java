package id.simpul.node.wire;

import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Outcome;
import id.simpul.health.wire.BulkDataV2;
import id.simpul.health.wire.FhirR4;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The matrix of operation, format and outcome. Which cells there are the operations say; which are
 * filled, the transcripts that were really played.
 */
final class Coverage {
  private static final int SUCCESS = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final String PAGE = "html";

  /** Who played a transcript. */
  enum Side {
    /** The node answered the request so. */
    NODE,
    /** The client sent the request and understood the answer. */
    CLIENT
  }

  /**
   * One thing that can happen.
   *
   * @param operation the operation's id
   * @param format the format's suffix
   * @param status the HTTP status
   */
  record Cell(String operation, String format, int status) {
    @Override
    public String toString() {
      return operation + " as " + format + " answered " + status;
    }
  }

  private record Mark(Cell cell, Side side) {}

  private final List<Operation<?, ?>> operations;
  private final Set<Operation<?, ?>> unserved;
  private final Set<Mark> marks = new HashSet<>();

  Coverage(List<Operation<?, ?>> operations) {
    this(operations, Set.of());
  }

  /**
   * A matrix in which some operations are for the client to show alone.
   *
   * @param operations all of them
   * @param unserved those that no node of ours answers
   */
  Coverage(List<Operation<?, ?>> operations, Set<Operation<?, ?>> unserved) {
    this.operations = List.copyOf(operations);
    this.unserved = Set.copyOf(unserved);
  }

  /** The formats of an operation, by which its transcripts are filed. */
  static List<String> formats(Operation<?, ?> operation) {
    return operation.output().stream().map(Coverage::format).toList();
  }

  private static String format(Format<?> format) {
    String type = format.mediaType().type();
    String otherwise = type.endsWith("+jwt") ? "jwt" : type.equals("text/plain") ? "text" : "json";
    return format.suffix().orElse(otherwise);
  }

  /**
   * The status of a success: what FHIR creates is answered as created (section 3.1.0.8), and an
   * export as accepted, until it is ready (Bulk Data Access 2.0, section 5).
   */
  static Set<Integer> successes(Operation<?, ?> operation) {
    if (operation.equals(FhirR4.CREATE)) {
      return Set.of(CREATED);
    }
    if (operation.equals(BulkDataV2.KICK_OFF) || operation.equals(BulkDataV2.NODE_CANCEL)) {
      return Set.of(ACCEPTED);
    }
    return operation.equals(BulkDataV2.NODE_STATUS) ? Set.of(SUCCESS, ACCEPTED) : Set.of(SUCCESS);
  }

  /** Everything that can happen. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Operation<?, ?> operation : operations) {
      for (String format : formats(operation)) {
        successes(operation).forEach(s -> cells.add(new Cell(operation.id(), format, s)));
        for (Outcome outcome : operation.failures()) {
          cells.add(new Cell(operation.id(), format, outcome.status()));
        }
      }
    }
    return cells;
  }

  /** Notes that a transcript was played, and held. */
  void played(Cell cell, Side side) {
    marks.add(new Mark(cell, side));
  }

  /** What can happen, but was not seen to, on either side. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (Mark mark : expected()) {
      if (!marks.contains(mark)) {
        gaps.add(mark.cell() + ": not seen by the " + mark.side().name().toLowerCase(Locale.ROOT));
      }
    }
    return gaps;
  }

  private List<Mark> expected() {
    List<Mark> expected = new ArrayList<>();
    for (Cell cell : cells()) {
      if (isServed(cell)) {
        expected.add(new Mark(cell, Side.NODE));
      }
      if (isRead(cell)) {
        expected.add(new Mark(cell, Side.CLIENT));
      }
    }
    return expected;
  }

  /** Whether a client reads it: a page is for people. */
  static boolean isRead(Cell cell) {
    return !(cell.format().equals(PAGE) && cell.status() == SUCCESS);
  }

  private boolean isServed(Cell cell) {
    return unserved.stream().noneMatch(o -> o.id().equals(cell.operation()));
  }

  /** The matrix as a table. */
  String table() {
    List<Cell> cells = cells();
    Set<Integer> statuses = new TreeSet<>();
    cells.forEach(c -> statuses.add(c.status()));
    int width = operations.stream().mapToInt(o -> o.id().length()).max().orElse(0);
    StringBuilder table = new StringBuilder("wire: operation x format x outcome");
    table.append(" (N the node answered so, C the client read it so, - cannot happen)\n");
    table.append(" ".repeat(width)).append("     ");
    statuses.forEach(s -> table.append(String.format(Locale.ROOT, " %3d", s)));
    for (Operation<?, ?> operation : operations) {
      for (String format : formats(operation)) {
        table.append(String.format(Locale.ROOT, "%n%-" + width + "s %-4s", operation.id(), format));
        for (int status : statuses) {
          Cell cell = new Cell(operation.id(), format, status);
          table.append(cells.contains(cell) ? "  " + marks(cell) : "   -");
        }
      }
    }
    int expected = expected().size();
    int filled = expected - gaps().size();
    return table + String.format(Locale.ROOT, "%nwire: %d of %d cells", filled, expected);
  }

  private String marks(Cell cell) {
    String unseen = isServed(cell) ? "." : "-";
    String unread = isRead(cell) ? "." : "-";
    return (marks.contains(new Mark(cell, Side.NODE)) ? "N" : unseen)
        + (marks.contains(new Mark(cell, Side.CLIENT)) ? "C" : unread);
  }
}
