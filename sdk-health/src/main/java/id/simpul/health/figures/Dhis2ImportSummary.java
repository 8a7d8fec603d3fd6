package id.simpul.health.figures;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What DHIS2 answers to a data value set: how many values it took, and what is wrong with which of
 * the others. An import can fail for one value and succeed for the rest, with status 200 or 409, so
 * the counts say more than the status of the answer. Read as documented for DHIS2 2.36 and newer,
 * with or without the envelope {@code response}.
 *
 * @param imported values that are new
 * @param updated values that replaced others
 * @param ignored values that were not taken
 * @param deleted values that were deleted
 * @param conflicts what is wrong, unmodifiable
 */
public record Dhis2ImportSummary(
    long imported, long updated, long ignored, long deleted, List<Conflict> conflicts) {
  /** The most conflicts that are read. */
  public static final int MAX_CONFLICTS = 10_000;

  /** How much is read of one answer. */
  public static final Limits LIMITS = Limits.DEFAULT;

  private static final List<String> COUNTS = List.of("imported", "updated", "ignored", "deleted");

  /** Copies the conflicts. */
  public Dhis2ImportSummary {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * What is wrong with some values.
   *
   * @param message DHIS2's words
   * @param errorCode its code, for example {@code E7610}; empty in old versions
   * @param positions which entries of {@code dataValues}, from 0 on; empty when it does not say
   */
  public record Conflict(String message, String errorCode, List<Integer> positions) {
    /** Copies the positions. */
    public Conflict {
      positions = List.copyOf(positions);
    }
  }

  /**
   * Whether all values were taken.
   *
   * @return true when none was ignored and nothing is in conflict
   */
  public boolean complete() {
    return ignored == 0 && conflicts.isEmpty();
  }

  /**
   * Reads an answer.
   *
   * @param in the answer's body; read to its end, not closed
   * @return what became of the values
   * @throws FormatException when it has no counts, another shape, or passes a limit
   * @throws IOException when the stream fails
   */
  public static Dhis2ImportSummary read(InputStream in) throws IOException {
    JsonPlace answer = JsonPlace.root(Json.read(in, LIMITS));
    JsonPlace summary = answer.find("response").orElse(answer);
    JsonPlace counts = summary.member("importCount");
    List<Long> numbers = new ArrayList<>();
    for (String name : COUNTS) {
      OptionalLong count = counts.count(name);
      numbers.add(count.orElse(0));
    }
    return new Dhis2ImportSummary(
        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), conflicts(summary));
  }

  private static List<Conflict> conflicts(JsonPlace summary) throws FormatException {
    List<Conflict> conflicts = new ArrayList<>();
    Optional<JsonPlace> all = summary.find("conflicts");
    if (all.isPresent()) {
      List<JsonPlace> items = all.get().items();
      if (items.size() > MAX_CONFLICTS) {
        throw new FormatException(all.get().pointer(), "more than " + MAX_CONFLICTS + " entries");
      }
      for (JsonPlace item : items) {
        conflicts.add(new Conflict(text(item, "value"), text(item, "errorCode"), positions(item)));
      }
    }
    return conflicts;
  }

  private static String text(JsonPlace item, String name) throws FormatException {
    Optional<JsonPlace> text = item.find(name);
    return text.isPresent() ? text.get().text() : "";
  }

  private static List<Integer> positions(JsonPlace item) throws FormatException {
    List<Integer> positions = new ArrayList<>();
    Optional<JsonPlace> indexes = item.find("indexes");
    if (indexes.isPresent()) {
      for (JsonPlace index : indexes.get().items()) {
        long position = index.wholeNumber();
        if (position < 0 || position > Integer.MAX_VALUE) {
          throw new FormatException(index.pointer(), "is no position in a list");
        }
        positions.add((int) position);
      }
    }
    return positions;
  }
}
