package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.spi.WorkQueue;
import id.simpul.health.KeepingServer.Trouble;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills a clinic's program with SIGKILL while a request of its is at the server, before or after
 * the server did what it asks, and starts it again.
 */
@Tag("slow")
class OutboxKillTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private volatile Process child;

  @ParameterizedTest
  @CsvSource({
    "NOTHING,1,false",
    "NOTHING,1,true",
    "ANSWER_LOST,2,true",
    "WRITE_LOST,2,true",
    "WRITE_LOST,3,true",
    "WRITE_LOST,4,true",
    "WRITE_LOST,4,false",
    "ANSWER_LOST_AND_INDEX_LATE,2,true"
  })
  void kill_whileARequestIsAtTheServer_neverWritesTwice(
      Trouble trouble, int request, boolean served) throws Exception {
    KeepingServer server = new KeepingServer(trouble);
    try (Rig rig = new Rig()) {
      AtomicInteger requests = new AtomicInteger();
      rig.otherwise =
          arrived -> {
            boolean fatal = requests.incrementAndGet() == request;
            if (!fatal || served) {
              MockResponse answer = server.apply(arrived);
              return fatal ? killed() : answer;
            }
            return killed();
          };
      live(rig);
      assertThat(child.exitValue()).as("killed").isNotZero();
      for (int life = 0; life < 3; life++) {
        now = now.plus(SatuSehatOutbox.MAX_WAIT);
        live(rig);
        assertThat(child.exitValue()).isZero();
      }
    }
    assertThat(server.stored).hasSizeLessThan(2);
    try (WorkQueue queue = OutboxChild.open(folder.resolve("queue.db"), now)) {
      assertThat(queue.waiting() + queue.asideCount()).isEqualTo(1 - server.stored.size());
    }
  }

  private MockResponse killed() {
    child.destroyForcibly();
    return Rig.lost().build();
  }

  private void live(Rig rig) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OutboxChild.class.getName(),
            folder.resolve("queue.db").toString(),
            rig.root().toString(),
            now.toString());
    File output = folder.resolve("child.log").toFile();
    child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
            .start();
    assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
