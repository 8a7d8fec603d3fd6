package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.node.internal.store.Await;
import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.Submission;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No room left: an error, never an acknowledgement; room again: no restart. */
@Timeout(120)
final class DiskFullTest {
  private static final int PAYLOAD_BYTES = 1500;

  /** How many are written at once, so that a commit that fails holds more than one. */
  private static final int AT_ONCE = 16;

  private static final int MOST = 100_000;

  @TempDir Path folder;

  @Test
  void append_databaseAtItsMostPages_failsAndGoesOnOnceThereIsRoom() throws Exception {
    Path file = folder.resolve("node.db");
    open(file, 0).close();
    try (RawDatabase raw = new RawDatabase(file)) {
      raw.run("CREATE TABLE filler (x BLOB); INSERT INTO filler VALUES (zeroblob(4000000))");
      long pages = Long.parseLong(raw.text("PRAGMA page_count"));
      try (Store store = open(file, pages + 40)) {
        List<String> acknowledged = appendUntilFull(store, Kind.DISK_FULL);
        verify(store, acknowledged);

        raw.run("DROP TABLE filler");
        recover(store, acknowledged);
      }
    }
  }

  @Test
  void append_diskReallyFull_failsAndGoesOnOnceThereIsRoom() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString()),
        "SKIPPED: a small tmpfs cannot be mounted here; it takes root");
    try (Store store = open(folder.resolve("node.db"), 0)) {
      List<String> acknowledged = appendUntilFull(store, Kind.DISK_FULL);
      verify(store, acknowledged);

      assertThat(run("mount", "-o", "remount,size=64m", folder.toString())).isTrue();
      recover(store, acknowledged);
    } finally {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  /** Returns what was acknowledged; what failed, failed with the kind and left nothing. */
  private static List<String> appendUntilFull(Store store, Kind kind) {
    List<String> acknowledged = new ArrayList<>();
    for (int n = 0; n < MOST; n += AT_ONCE) {
      Map<String, CompletableFuture<SubmissionOutcome>> batch = new LinkedHashMap<>();
      for (int i = n; i < n + AT_ONCE; i++) {
        batch.put("n" + i, store.append(large("n" + i)));
      }
      boolean full = false;
      for (Map.Entry<String, CompletableFuture<SubmissionOutcome>> each : batch.entrySet()) {
        try {
          assertThat(each.getValue().join()).isInstanceOf(Appended.class);
          acknowledged.add(each.getKey());
          full = false;
        } catch (CompletionException e) {
          assertThat(((StoreException) e.getCause()).kind()).isEqualTo(kind);
          full = true;
        }
      }
      // Only when the last one failed: they may be split into commits, of which a later and smaller
      // one still fits.
      if (full) {
        assertThat(store.health().writable()).isFalse();
        assertThat(store.health().failure().orElseThrow().code()).isEqualTo("node.store.disk-full");
        return acknowledged;
      }
    }
    throw new AssertionError("The disk never filled");
  }

  private static void recover(Store store, List<String> acknowledged) throws InterruptedException {
    Await.until(() -> store.health().writable());
    assertThat(store.append(large("afterwards")).join()).isInstanceOf(Appended.class);
    List<String> all = new ArrayList<>(acknowledged);
    all.add("afterwards");
    verify(store, all);
  }

  private static void verify(Store store, List<String> acknowledged) {
    assertThat(acknowledged).isNotEmpty();
    for (String name : acknowledged) {
      assertThat(store.events(stream(name))).hasSize(1);
    }
    assertThat(store.head().sequence()).isEqualTo(acknowledged.size());
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  private static Submission large(String name) {
    NewEvent event =
        new NewEvent(Samples.SUBMITTED, Samples.START, "test", new byte[PAYLOAD_BYTES]);
    return Submission.of(stream(name), event, Samples.entry(name), submission(name).status());
  }

  private static Store open(Path file, long maxPages) {
    SqliteOptions options =
        SqliteOptions.builder(file).maxPages(maxPages).probeEvery(Duration.ofMillis(20)).build();
    return SqliteStore.open(options, Samples.vault(), () -> Samples.START);
  }

  private static boolean run(String... command) throws IOException {
    Path log = Files.createTempFile("command", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    } finally {
      Files.delete(log);
    }
  }
}
