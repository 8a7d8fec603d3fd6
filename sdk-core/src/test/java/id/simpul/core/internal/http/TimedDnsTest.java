package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimedDnsTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final CountDownLatch released = new CountDownLatch(1);
  private final Semaphore begun = new Semaphore(0);

  private List<InetAddress> stuck(String hostname) throws UnknownHostException {
    begun.release();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnknownHostException(hostname);
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
  void lookup_onePastTheLookUpsAtOnceAndWaiting_isRefusedAtOnce() throws Exception {
    TimedDns dns = new TimedDns(this::stuck, SHORT);
    try {
      for (int i = 0; i < TimedDns.MAX_RUNNING + TimedDns.MAX_WAITING; i++) {
        assertThatThrownBy(() -> dns.lookup("node.example")).hasMessageContaining("too long");
      }
      assertThat(begun.tryAcquire(TimedDns.MAX_RUNNING, 50, TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(() -> dns.lookup("node.example"))
          .isInstanceOf(UnknownHostException.class)
          .hasMessageContaining("too many");
    } finally {
      released.countDown();
    }
  }

  @Test
  void lookup_nobodyWaitsAnyMore_isNotBegun() throws Exception {
    TimedDns dns = new TimedDns(this::stuck, SHORT);
    for (int i = 0; i < TimedDns.MAX_RUNNING + 1; i++) {
      assertThatThrownBy(() -> dns.lookup("node.example")).hasMessageContaining("too long");
    }
    assertThat(begun.tryAcquire(TimedDns.MAX_RUNNING, 50, TimeUnit.SECONDS)).isTrue();
    released.countDown();
    TimedDns other = new TimedDns(this::stuck, LONG);
    assertThatThrownBy(() -> other.lookup("other.example")).hasMessageContaining("failed");
    assertThat(begun.tryAcquire(1, 50, TimeUnit.SECONDS)).as("of the other one").isTrue();
    assertThat(begun.availablePermits()).isZero();
  }

  @Test
  void lookup_interrupted_keepsTheFlag() {
    TimedDns dns = new TimedDns(this::stuck, LONG);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> dns.lookup("node.example"))
          .isInstanceOf(UnknownHostException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      released.countDown();
    }
  }
}
