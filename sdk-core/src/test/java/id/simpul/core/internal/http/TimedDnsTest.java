package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimedDnsTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  /** The names whose look-up has begun, in order. */
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

  /** One permit for each look-up that may end. */
  private final Semaphore released = new Semaphore(0);

  private final TimedDns dns = new TimedDns(this::stuck, LONG);

  @AfterEach
  void release() {
    released.release(TimedDns.MAX_RUNNING + TimedDns.MAX_WAITING);
  }

  private List<InetAddress> stuck(String hostname) throws UnknownHostException {
    begun.add(hostname);
    released.acquireUninterruptibly();
    throw new UnknownHostException(hostname);
  }

  private @Nullable String nextBegun() throws InterruptedException {
    return begun.poll(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  /** Keeps all threads busy with look-ups somebody waits for. */
  private void occupy() throws InterruptedException {
    for (int i = 0; i < TimedDns.MAX_RUNNING; i++) {
      lookUpMeanwhile("busy.example");
    }
    for (int i = 0; i < TimedDns.MAX_RUNNING; i++) {
      assertThat(nextBegun()).isEqualTo("busy.example");
    }
  }

  private void lookUpMeanwhile(String hostname) {
    Thread thread = new Thread(new FutureTask<>(() -> dns.lookup(hostname)));
    thread.setDaemon(true);
    thread.start();
  }

  /** Queues a look-up and leaves at once, so that nobody waits for it. */
  private void abandon(String hostname) {
    Thread.currentThread().interrupt();
    Throwable refusal = catchThrowable(() -> dns.lookup(hostname));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(refusal)
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("interrupted");
  }

  @Test
  void lookup_answer_isPassedOnAndCannotChange() throws Exception {
    List<InetAddress> answer = new ArrayList<>(List.of(InetAddress.getByName("9.9.9.9")));
    List<InetAddress> found = new TimedDns(hostname -> answer, LONG).lookup("node.example");
    answer.clear();
    assertThat(found).containsExactly(InetAddress.getByName("9.9.9.9"));
  }

  @Test
  void lookup_unknownOrFailing_saysUnknown() {
    Dns unknown =
        hostname -> {
          throw new UnknownHostException(hostname);
        };
    Dns failing =
        hostname -> {
          throw new IllegalStateException("planted");
        };
    assertThatThrownBy(() -> new TimedDns(unknown, LONG).lookup("node.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasCauseInstanceOf(UnknownHostException.class);
    assertThatThrownBy(() -> new TimedDns(failing, LONG).lookup("node.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void lookup_thatTakesTooLong_isGivenUp() {
    TimedDns hasty = new TimedDns(this::stuck, Duration.ofMillis(1));
    assertThatThrownBy(() -> hasty.lookup("node.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void lookup_onePastTheLookUpsAtOnceAndWaiting_isRefusedAtOnce() throws Exception {
    occupy();
    for (int i = 0; i < TimedDns.MAX_WAITING; i++) {
      abandon("waiting.example");
    }
    assertThatThrownBy(() -> dns.lookup("node.example"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("too many");
  }

  @Test
  void lookup_nobodyWaitsAnyMore_isNotBegun() throws Exception {
    occupy();
    abandon("abandoned.example");
    lookUpMeanwhile("wanted.example");
    released.release(); // one thread is free, and takes the abandoned one first
    assertThat(nextBegun()).isEqualTo("wanted.example");
  }

  @Test
  void lookup_interrupted_keepsTheFlag() {
    abandon("node.example");
  }
}
