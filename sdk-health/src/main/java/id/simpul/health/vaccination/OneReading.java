package id.simpul.health.vaccination;

import id.simpul.health.bulk.LineError;
import id.simpul.health.vaccination.wire.SlotFile;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One reading of all files of a manifest: each URL once, for no longer than {@link
 * SlotDirectory#MAX_READING}, and no more of all together than {@link SlotDirectory#MAX_BYTES} and
 * {@link SlotDirectory#MAX_RESOURCES}. Used by one thread.
 */
final class OneReading {
  private final Instant now;
  private final InstantSource clock;
  private final Set<URI> urls = new HashSet<>();
  private final List<LineError> problems = new ArrayList<>();
  private long bytes;
  private long resources;

  OneReading(Instant now, InstantSource clock) {
    this.now = now;
    this.clock = clock;
  }

  Instant now() {
    return now;
  }

  List<LineError> problems() {
    return problems;
  }

  /** Notes a URL; false when it was read before. */
  boolean visits(URI url) {
    return urls.add(url);
  }

  Set<URI> urls() {
    return urls;
  }

  /** Counts a file; false when it is more than there is room for. */
  boolean takes(SlotFile file) {
    bytes += file.bytes();
    resources += file.resources().size();
    return !isSpent();
  }

  /** Whether it has gone on for so long that nobody is asked any more. */
  boolean isLate() {
    return !clock.instant().isBefore(now.plus(SlotDirectory.MAX_READING));
  }

  boolean isSpent() {
    return bytes > SlotDirectory.MAX_BYTES || resources > SlotDirectory.MAX_RESOURCES;
  }
}
