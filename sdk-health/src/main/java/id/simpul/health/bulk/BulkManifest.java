package id.simpul.health.bulk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a server has ready (Bulk Data Access 2.0, section 5.3.1). {@code toString} shows no URL: one
 * may be all that is needed to read a file.
 *
 * @param transactionTime as of when the records are; what is asked for since next time
 * @param requiresAccessToken whether the files need the token the export was asked for with
 * @param output the records
 * @param error OperationOutcomes: what could not be exported
 * @param deleted transactions of DELETE entries, to be carried out after the records are stored
 */
public record BulkManifest(
    Instant transactionTime,
    boolean requiresAccessToken,
    List<Item> output,
    List<Item> error,
    List<Item> deleted) {

  /** The most files of one export. */
  public static final int MAX_FILES = 10_000;

  /** The count of an {@link Item} whose server does not say how many lines it has. */
  public static final long UNCOUNTED = -1;

  /** Copies the lists. */
  public BulkManifest {
    Objects.requireNonNull(transactionTime, "transactionTime");
    output = List.copyOf(output);
    error = List.copyOf(error);
    deleted = List.copyOf(deleted);
  }

  /**
   * A file.
   *
   * @param type the kind of resource in it
   * @param url where it is, absolute
   * @param count how many lines it has, or {@link #UNCOUNTED}
   */
  public record Item(String type, URI url, long count) {
    /** Checks that all members are given. */
    public Item {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(url, "url");
    }

    @Override
    public String toString() {
      return "Item[" + type + (count < 0 ? "" : ", " + count) + "]";
    }
  }

  /**
   * How many files there are of all kinds.
   *
   * @return 0 or more
   */
  public int files() {
    return output.size() + error.size() + deleted.size();
  }
}
