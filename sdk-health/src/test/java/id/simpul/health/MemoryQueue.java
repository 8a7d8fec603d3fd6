package id.simpul.health;

import id.simpul.core.spi.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A queue that outlives nothing, for tests of what stands on one. */
final class MemoryQueue implements WorkQueue {
  private final InstantSource clock;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  MemoryQueue(InstantSource clock) {
    this.clock = clock;
  }

  private static final class Entry {
    private final Work work;
    private String state = "waiting";
    private String note = "";
    private int attempts;
    private Instant from = Instant.EPOCH;

    Entry(Work work) {
      this.work = work;
    }
  }

  @Override
  public Added add(Work work) {
    Entry known = entries.putIfAbsent(work.key(), new Entry(work));
    if (known == null) {
      return Added.ADDED;
    }
    return Arrays.equals(known.work.payload(), work.payload())
        ? Added.ALREADY_THERE
        : Added.KEY_REUSED;
  }

  @Override
  public Optional<Claim> claim(Duration lease) {
    for (Entry entry : entries.values()) {
      if (entry.state.equals("waiting") && !entry.from.isAfter(clock.instant())) {
        entry.from = clock.instant().plus(lease);
        entry.attempts++;
        return Optional.of(new Claim(entry.work, entry.note, entry.attempts, entry.attempts));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean note(Claim claim, String note, Duration lease) {
    Entry entry = entries.get(claim.work().key());
    if (entry.attempts != claim.number() || !entry.state.equals("waiting")) {
      return false;
    }
    entry.note = note;
    entry.from = clock.instant().plus(lease);
    return true;
  }

  private boolean end(Claim claim, String state, String note, Instant from) {
    Entry entry = entries.get(claim.work().key());
    if (entry.attempts != claim.number()) {
      return false;
    }
    entry.state = state;
    entry.note = note;
    entry.from = from;
    return true;
  }

  @Override
  public boolean finish(Claim claim) {
    return end(claim, "finished", "", Instant.EPOCH);
  }

  @Override
  public boolean putBack(Claim claim, String note, Instant notBefore) {
    return end(claim, "waiting", note, notBefore);
  }

  @Override
  public boolean setAside(Claim claim, String note) {
    return end(claim, "aside", note, Instant.EPOCH);
  }

  @Override
  public boolean resume(String key) {
    entries.get(key).state = "waiting";
    return true;
  }

  private long count(String state) {
    return entries.values().stream().filter(e -> e.state.equals(state)).count();
  }

  @Override
  public long waiting() {
    return count("waiting");
  }

  @Override
  public long asideCount() {
    return count("aside");
  }

  @Override
  public void close() {
    entries.clear();
  }
}
