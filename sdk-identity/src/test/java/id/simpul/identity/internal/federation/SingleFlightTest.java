package id.simpul.identity.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightTest {
  private final SingleFlight<String, Integer> flights = new SingleFlight<>();
  private final AtomicInteger flown = new AtomicInteger();

  @Test
  void run_oneAfterTheOther_doesTheWorkEachTime() {
    assertThat(flights.run("a", flown::incrementAndGet)).isEqualTo(1);
    assertThat(flights.run("a", flown::incrementAndGet)).isEqualTo(2);
  }

  @Test
  void run_anotherKeyMeanwhile_doesNotWait() {
    int inner = flights.run("a", () -> flights.run("b", flown::incrementAndGet));
    assertThat(inner).isEqualTo(1);
  }

  @Test
  void run_sameKeyMeanwhile_sharesTheResult() throws Exception {
    CountDownLatch flying = new CountDownLatch(1);
    CountDownLatch land = new CountDownLatch(1);
    List<Integer> results = new CopyOnWriteArrayList<>();
    Supplier<Integer> work =
        () -> {
          flying.countDown();
          await(land);
          return flown.incrementAndGet();
        };
    Thread leader = new Thread(() -> results.add(flights.run("a", work)));
    leader.start();
    await(flying);
    Thread follower = new Thread(() -> results.add(flights.run("a", flown::incrementAndGet)));
    follower.start();
    Await.untilWaiting(follower); // for the leader, which is what is shown here
    land.countDown();
    leader.join();
    follower.join();
    assertThat(results).containsExactly(1, 1);
  }

  @Test
  void run_thatFails_failsForEverybodyAndIsForgotten() throws Exception {
    CountDownLatch flying = new CountDownLatch(1);
    CountDownLatch land = new CountDownLatch(1);
    IllegalStateException crash = new IllegalStateException("crash");
    List<FutureTask<Integer>> all = new ArrayList<>();
    all.add(
        new FutureTask<>(() ->
            flights.run(
                "a",
                () -> {
                  flying.countDown();
                  await(land);
                  throw crash;
                })));
    new Thread(all.get(0)).start();
    await(flying);
    for (int i = 0; i < 7; i++) {
      FutureTask<Integer> late = new FutureTask<>(() -> flights.run("a", flown::incrementAndGet));
      Thread follower = new Thread(late);
      follower.start();
      Await.untilWaiting(follower);
      all.add(late);
    }
    land.countDown();
    for (FutureTask<Integer> each : all) {
      assertThatThrownBy(each::get).cause().isSameAs(crash);
    }
    assertThat(flights.run("a", flown::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void run_thatFailsBadly_isForgottenToo() {
    assertThatThrownBy(() ->
            flights.run(
                "a",
                () -> {
                  throw new AssertionError("bad");
                }))
        .isInstanceOf(AssertionError.class);
    assertThat(flights.run("a", () -> 7)).isEqualTo(7);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
