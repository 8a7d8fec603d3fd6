package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.spi.WorkQueue;
import id.simpul.health.KeepingServer.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ends the program at every step of a delivery, and at every pair of steps of two deliveries, and
 * looks at what the server has then.
 */
class OutboxCrashTest {
  /** No life of an outbox has more steps. */
  private static final int ENOUGH = 60;

  private static final int NEVER = Integer.MAX_VALUE;

  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private int stepsLeft;

  /** The program ends. */
  @SuppressWarnings("serial")
  private static final class Crash extends Error {}

  private void step() {
    if (--stepsLeft == 0) {
      throw new Crash();
    }
  }

  private SatuSehatClientBuilder crashing(SatuSehatClientBuilder builder) {
    return builder.journal(told -> step()).pause(closed -> step());
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void deliver_crashAtEveryStep_writesOnce(Trouble trouble) {
    try (Rig rig = new Rig(config -> {}, this::crashing)) {
      int crashes = 0;
      boolean crashed = true;
      for (int at = 1; crashed; at++) {
        assertThat(at).isLessThan(ENOUGH);
        KeepingServer server = new KeepingServer(trouble);
        rig.otherwise = server;
        MemoryQueue queue = queue();
        crashed = crashesIn(rig, queue, at);
        crashes += crashed ? 1 : 0;
        crashesIn(rig, queue, NEVER);
        assertThat(server.stored).as("stored after a crash at step %s", at).hasSizeLessThan(2);
        assertSettled(queue, server, at);
      }
      assertThat(crashes).isGreaterThan(6);
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void deliver_crashAtEveryPairOfSteps_neverWritesTwice(Trouble trouble) {
    try (Rig rig = new Rig(config -> {}, this::crashing)) {
      int runs = 0;
      boolean first = true;
      for (int at = 1; first; at++) {
        boolean second = true;
        for (int then = 1; second; then++) {
          KeepingServer server = new KeepingServer(trouble);
          rig.otherwise = server;
          MemoryQueue queue = queue();
          first = crashesIn(rig, queue, at);
          second = crashesIn(rig, queue, then);
          crashesIn(rig, queue, NEVER);
          assertThat(server.stored).as("crashes at %s and %s", at, then).hasSizeLessThan(2);
          assertSettled(queue, server, at);
          runs++;
        }
      }
      System.out.println("kill points: " + runs + " pairs, " + trouble);
      assertThat(runs).isGreaterThan(20);
    }
  }

  private MemoryQueue queue() {
    MemoryQueue queue = new MemoryQueue(() -> now);
    queue.add(OutboxChild.work("visit-1"));
    return queue;
  }

  // What the server has is finished here, and what it has not is still here.
  private static void assertSettled(MemoryQueue queue, KeepingServer server, int at) {
    assertThat(queue.waiting() + queue.asideCount())
        .as("left in the queue, step %s, %s stored", at, server.stored.size())
        .isEqualTo(1 - server.stored.size());
  }

  /** One life of the program: it delivers until nothing is left to do for now, or it ends. */
  private boolean crashesIn(Rig rig, WorkQueue queue, int steps) {
    stepsLeft = steps;
    SatuSehatOutbox outbox =
        new SatuSehatOutbox(rig.client, new SteppingQueue(queue, this::step), () -> now);
    try {
      Optional<SatuSehatOutbox.Delivery> delivery = outbox.deliverNext();
      for (int i = 0; delivery.isPresent() && i < 3; i++) {
        now = now.plus(SatuSehatOutbox.MAX_WAIT);
        delivery = outbox.deliverNext();
      }
      return false;
    } catch (Crash e) {
      return true;
    } finally {
      now = now.plus(SatuSehatOutbox.LEASE).plus(Duration.ofSeconds(1));
    }
  }
}
