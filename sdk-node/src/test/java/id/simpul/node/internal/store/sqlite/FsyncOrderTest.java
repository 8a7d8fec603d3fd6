package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.node.internal.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Watches a process that writes, from outside: between each attempt and its acknowledgement the
 * kernel must have finished a sync of the write-ahead log.
 *
 * <p>Canary: with {@code FULL = "0"} in {@code Connections} this test must fail. The second test
 * keeps showing that it would.
 */
final class FsyncOrderTest {
  private static final int APPENDS = 50;

  private static final Pattern SAID =
      Pattern.compile("^(\\d+) +write\\(1<.*>, \"(try|ack) (\\d+)\\\\n\".*");
  private static final Pattern SYNCED =
      Pattern.compile("^(\\d+) +f(?:data)?sync\\(\\d+<(.*)>\\) += 0.*");
  private static final Pattern SYNC_BEGUN =
      Pattern.compile("^(\\d+) +f(?:data)?sync\\(\\d+<(.*)> <unfinished \\.\\.\\.>.*");
  private static final Pattern SYNC_ENDED =
      Pattern.compile("^(\\d+) +<\\.\\.\\. f(?:data)?sync resumed>\\) += 0.*");

  @TempDir Path folder;

  @Test
  void append_traced_isSyncedBeforeEachAcknowledgement() throws Exception {
    assertSyncedBeforeAcks(trace("some"));
  }

  @Test
  void append_withoutSync_isCaughtByThisHarness() throws Exception {
    List<String> trace = trace("careless");

    assertThatThrownBy(() -> assertSyncedBeforeAcks(trace))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("acknowledged before it was synced");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 30, 45})
  void append_diskRefusesToSync_isNeverAcknowledged(int failing) throws Exception {
    assumeTrue(straceWorks(), "SKIPPED: strace is not here or may not trace");
    Path file = folder.resolve("node.db");
    String fault = "inject=fdatasync,fsync:error=EIO:when=" + failing + "+";
    List<String> strace =
        List.of("strace", "-f", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e", fault);
    List<String> said;
    try (ChildJvm child =
        ChildJvm.start(
            strace, StoreChild.class, "some", file.toString(), Integer.toString(APPENDS))) {
      said = child.rest();
      assertThat(child.exitValue()).isNotZero();
    }
    List<String> acknowledged =
        said.stream().filter(line -> line.startsWith("ack ")).map(l -> l.substring(4)).toList();
    assertThat(acknowledged).isNotEmpty().hasSizeLessThan(failing);
    assertThat(said).last().asString().startsWith("try ");
    try (SqliteStore store =
        SqliteStore.open(
            SqliteOptions.builder(file).build(), Samples.vault(), () -> Samples.START)) {
      for (String number : acknowledged) {
        assertThat(store.events(Samples.stream("n" + number))).hasSize(1);
      }
    }
  }

  private List<String> trace(String mode) throws Exception {
    assumeTrue(straceWorks(), "SKIPPED: strace is not here or may not trace");
    Path trace = folder.resolve("trace.txt");
    List<String> strace =
        List.of("strace", "-f", "-y", "-e", "trace=fdatasync,fsync,write", "-o", trace.toString());
    try (ChildJvm child =
        ChildJvm.start(
            strace,
            StoreChild.class,
            mode,
            folder.resolve("node.db").toString(),
            Integer.toString(APPENDS))) {
      List<String> said = child.rest();
      assertThat(child.exitValue()).isZero();
      assertThat(said)
          .containsExactlyElementsOf(
              IntStream.range(0, APPENDS)
                  .boxed()
                  .flatMap(i -> List.of("try " + i, "ack " + i).stream())
                  .toList());
    }
    return Files.readAllLines(trace);
  }

  private static void assertSyncedBeforeAcks(List<String> trace) {
    Map<String, String> syncing = new HashMap<>();
    boolean synced = false;
    int acks = 0;
    for (String line : trace) {
      Matcher begun = SYNC_BEGUN.matcher(line);
      Matcher ended = SYNC_ENDED.matcher(line);
      Matcher whole = SYNCED.matcher(line);
      Matcher said = SAID.matcher(line);
      if (begun.matches()) {
        syncing.put(begun.group(1), begun.group(2));
      } else if (ended.matches()) {
        synced |= isLog(syncing.remove(ended.group(1)));
      } else if (whole.matches()) {
        synced |= isLog(whole.group(2));
      } else if (said.matches() && said.group(2).equals("try")) {
        synced = false;
      } else if (said.matches()) {
        assertThat(synced).as("%s acknowledged before it was synced", said.group(3)).isTrue();
        acks++;
      }
    }
    assertThat(acks).isEqualTo(APPENDS);
  }

  private static boolean isLog(@Nullable String path) {
    return path != null && path.endsWith("-wal");
  }

  private boolean straceWorks() throws IOException {
    try {
      Process process =
          new ProcessBuilder(
                  "strace", "-f", "-y", "-o", folder.resolve("try.txt").toString(), "true")
              .inheritIO()
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
