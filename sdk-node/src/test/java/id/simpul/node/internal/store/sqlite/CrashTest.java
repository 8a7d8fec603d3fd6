package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.Samples.once;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.ReportFilter;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import id.simpul.node.internal.store.SubmissionOutcome.Replayed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at random moments; what it acknowledged must be there once. */
final class CrashTest {
  /** How often the writing process is killed. */
  private static final int KILLS = Integer.getInteger("simpul.kills", 20);

  private static final long SEED = Long.getLong("simpul.seed", 20261102L);
  private static final int THREADS = 4;
  private static final int MAX_ACKS_BEFORE_KILL = 400;

  @TempDir Path folder;

  @Test
  void append_processKilledAtRandomMoments_losesAndDoublesNothing() throws Exception {
    Random random = new Random(SEED);
    Path file = folder.resolve("node.db");
    Set<String> tried = new HashSet<>();
    Set<String> acknowledged = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      runAndKill(file, "k" + kill, 1 + random.nextInt(MAX_ACKS_BEFORE_KILL), tried, acknowledged);
      verify(file, tried, acknowledged);
    }
    int unknown = tried.size() - acknowledged.size();
    retryAll(file, tried);
    System.out.println(
        "kills: %d, acknowledged: %d, unknown: %d, 0 lost, 0 doubled, seed %d"
            .formatted(KILLS, acknowledged.size(), unknown, SEED));
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);
  }

  private static void runAndKill(
      Path file, String prefix, int acks, Set<String> tried, Set<String> acknowledged)
      throws IOException {
    try (ChildJvm child =
        ChildJvm.start(
            StoreChild.class, "forever", file.toString(), prefix, Integer.toString(THREADS))) {
      int seen = 0;
      String line = child.nextLine();
      while (line != null) {
        note(line, tried, acknowledged);
        seen += line.startsWith("ack ") ? 1 : 0;
        if (seen == acks) {
          child.kill();
        }
        line = child.nextLine();
      }
      assertThat(seen).isGreaterThanOrEqualTo(acks);
    }
  }

  private static void note(String line, Set<String> tried, Set<String> acknowledged) {
    String name = line.substring(4);
    if (line.startsWith("try ")) {
      tried.add(name);
    } else if (line.startsWith("ack ")) {
      acknowledged.add(name);
    }
  }

  /** The log holds every acknowledged event and nothing that was never tried, each once. */
  private static void verify(Path file, Set<String> tried, Set<String> acknowledged) {
    try (SqliteStore store = open(file)) {
      Set<String> found = new TreeSet<>();
      List<Event> page = store.eventsAfter(0, 1000);
      while (!page.isEmpty()) {
        for (Event event : page) {
          assertThat(found.add(event.stream().value())).as("doubled: %s", event).isTrue();
        }
        page = store.eventsAfter(page.get(page.size() - 1).sequence(), 1000);
      }
      assertThat(found).containsAll(streams(acknowledged));
      assertThat(streams(tried)).containsAll(found);
      assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
    }
  }

  /** A caller who got no answer asks again with the same key: that resolves to exactly once. */
  private static void retryAll(Path file, Set<String> tried) {
    try (SqliteStore store = open(file)) {
      long before = store.head().sequence();
      int appended = 0;
      for (String name : tried) {
        var outcome = store.append(submission(name).once(once(name, name))).join();
        assertThat(outcome).isInstanceOfAny(Appended.class, Replayed.class);
        appended += outcome instanceof Appended ? 1 : 0;
      }
      assertThat(store.head().sequence()).isEqualTo(before + appended).isEqualTo(tried.size());
      String any = tried.iterator().next();
      assertThat(store.events(stream(any))).hasSize(1);
      assertThat(store.query(ReportFilter.builder().page(1, tried.size() - 1).build())).hasSize(1);
      assertThat(store.query(ReportFilter.builder().page(1, tried.size()).build())).isEmpty();
    }
  }

  private static Set<String> streams(Set<String> names) {
    Set<String> streams = new HashSet<>();
    names.forEach(name -> streams.add(stream(name).value()));
    return streams;
  }

  private static SqliteStore open(Path file) {
    return SqliteStore.open(
        SqliteOptions.builder(file).build(), Samples.vault(), () -> Samples.START);
  }
}
