package id.simpul.health.internal.satusehat;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.internal.satusehat.Pacer.Admission;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Pace pace = new Pace(Pace.FIRST_PAUSE);
  // Near the end of a long, where clocks that only go forward turn over.
  private long now = Long.MAX_VALUE - SECOND / 2;

  private void fill() {
    while (pace.admit(now) == 0) {
      assertThat(pace.limit()).isPositive();
    }
  }

  @Test
  void admit_atTheLimit_isFull() {
    for (int i = 0; i < Pace.MAX_CONCURRENT; i++) {
      assertThat(pace.admit(now)).isZero();
    }
    assertThat(pace.admit(now)).isEqualTo(Pace.FULL);
    pace.ended();
    assertThat(pace.admit(now)).isZero();
    assertThat(pace.admit(now)).isEqualTo(Pace.FULL);
  }

  @Test
  void tooMuch_halvesAndPauses_thenDoublesThePauseUpToItsMost() {
    long pause = SECOND;
    int limit = Pace.MAX_CONCURRENT;
    for (int i = 0; i < 8; i++) {
      pace.tooMuch(now, now);
      limit = Math.max(Pace.MIN_CONCURRENT, limit / 2);
      assertThat(pace.limit()).isEqualTo(limit);
      assertThat(pace.admit(now)).isEqualTo(Math.min(pause, Pace.MAX_PAUSE.toNanos()));
      now += Math.min(pause, Pace.MAX_PAUSE.toNanos());
      pause *= 2;
    }
  }

  @Test
  void tooMuch_requestsThatRanAlready_countOnce() {
    long begun = now;
    now += SECOND / 4;
    pace.tooMuch(now, begun);
    pace.tooMuch(now, begun);
    pace.tooMuch(now + 1, begun);

    assertThat(pace.limit()).isEqualTo(2);
  }

  @Test
  void wentWell_aRound_givesOneMoreUpToTheMost() {
    pace.tooMuch(now, now);
    now += 10;
    pace.tooMuch(now, now);
    assertThat(pace.limit()).isOne();
    int good = 0;
    while (pace.limit() < Pace.MAX_CONCURRENT) {
      pace.wentWell();
      good++;
    }
    assertThat(good).isEqualTo(1 + 2 + 3);
    pace.wentWell();
    assertThat(pace.limit()).isEqualTo(Pace.MAX_CONCURRENT);
  }

  @Test
  void wentWell_afterWords_forgetsThem() {
    pace.tooMuch(now, now);
    pace.wentWell();
    now += 10 * SECOND;
    pace.tooMuch(now, now);

    assertThat(pace.admit(now)).isEqualTo(SECOND);
  }

  @Test
  void asked_longerThanThePause_countsAndIsCut() {
    pace.tooMuch(now, now);
    pace.asked(now, Duration.ofSeconds(7));
    assertThat(pace.admit(now)).isEqualTo(7 * SECOND);
    pace.asked(now, Duration.ofSeconds(3));
    assertThat(pace.admit(now)).isEqualTo(7 * SECOND);
    pace.asked(now, Duration.ofDays(1));
    assertThat(pace.admit(now)).isEqualTo(Pace.MAX_ASKED_PAUSE.toNanos());
    now += Pace.MAX_ASKED_PAUSE.toNanos();
    assertThat(pace.admit(now)).isZero();
  }

  @Test
  void pacer_fullOrPausedForLonger_givesUp() throws Exception {
    Pacer pacer = new Pacer(pace, () -> now);
    fill();
    assertThat(pacer.enter(0, () -> false)).isEqualTo(Admission.NO_ROOM);
    pacer.leave();
    pacer.asked(Duration.ofMinutes(1));
    assertThat(pacer.enter(59 * SECOND, () -> false)).isEqualTo(Admission.NO_ROOM);
    now += 60 * SECOND;
    assertThat(pacer.enter(0, () -> false)).isEqualTo(Admission.ENTERED);
  }

  /** A wait for room on another thread, which is seen to have begun. */
  private static Future<Admission> waiting(
      ExecutorService thread, Pacer pacer, AtomicBoolean closed) throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    Future<Admission> waiting =
        thread.submit(() ->
            pacer.enter(
                TimeUnit.SECONDS.toNanos(30),
                () -> {
                  // Asked with the lock held: whoever gets it next comes after the wait began.
                  looked.countDown();
                  return closed.get();
                }));
    assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
    return waiting;
  }

  private static Pacer full() throws InterruptedException {
    Pacer pacer = new Pacer(new Pace(Pace.FIRST_PAUSE), System::nanoTime);
    for (int i = 0; i < Pace.MAX_CONCURRENT; i++) {
      assertThat(pacer.enter(0, () -> false)).isEqualTo(Admission.ENTERED);
    }
    return pacer;
  }

  @Test
  void pacer_roomIsMade_wakesWhoWaits() throws Exception {
    Pacer pacer = full();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Admission> waiting = waiting(thread, pacer, new AtomicBoolean());
      pacer.leave();
      assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(Admission.ENTERED);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void pacer_closed_wakesWhoWaits() throws Exception {
    Pacer pacer = full();
    AtomicBoolean closed = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Admission> waiting = waiting(thread, pacer, closed);
      closed.set(true);
      pacer.wake();
      assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(Admission.CLOSED);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void pacer_wordsOfTheServer_teachThePace() {
    Pacer pacer = new Pacer(pace, () -> now);
    pacer.tooMuch(Duration.ZERO);
    assertThat(pace.limit()).isEqualTo(2);
    now += SECOND;
    pacer.tooMuch(Duration.ZERO);
    assertThat(pace.limit()).isOne();
    pacer.wentWell();
    assertThat(pace.limit()).isEqualTo(2);
  }

  @Test
  void pacer_wordToAnAttemptBegunBeforeTheLast_saysNothingNew() {
    Pacer pacer = new Pacer(pace, () -> now);
    pacer.tooMuch(Duration.ZERO);
    now += SECOND;
    pacer.tooMuch(Duration.ofSeconds(2));
    assertThat(pace.limit()).isEqualTo(2);
  }
}
