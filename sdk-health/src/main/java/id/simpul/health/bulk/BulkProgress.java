package id.simpul.health.bulk;

import java.util.Objects;

/**
 * How far an export has come.
 *
 * @param phase what is going on
 * @param server the server's own words ({@code X-Progress}), at most {@link #MAX_TEXT} visible
 *     characters, {@code ""} when it says nothing
 * @param filesDone files that are on disk
 * @param files files there are, 0 before that is known
 */
public record BulkProgress(Phase phase, String server, int filesDone, int files) {
  /** The most characters of the server's words (Bulk Data Access 2.0, section 5.2.2). */
  public static final int MAX_TEXT = 100;

  /** What is going on. */
  public enum Phase {
    /** The server gathers the records. */
    WAITING,
    /** Files are fetched. */
    FETCHING,
    /** All that can be had is on disk. */
    DONE
  }

  /** Checks that all members are given. */
  public BulkProgress {
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(server, "server");
  }
}
