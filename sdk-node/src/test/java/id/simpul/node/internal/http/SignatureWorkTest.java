package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.NodeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much waits for those we know and for strangers, at the limit and one past it. */
class SignatureWorkTest {
  private static final String STRANGER = "";
  private static final String KNOWN = "https://simpul.jakarta.example";

  private final SignatureWork work = new SignatureWork();
  private final CountDownLatch hold = new CountDownLatch(1);

  @AfterEach
  void release() {
    hold.countDown();
    work.close();
  }

  private CompletableFuture<Boolean> slow(String claimedSigner) {
    return work.of(claimedSigner)
        .submit(() -> {
          try {
            return hold.await(1, TimeUnit.MINUTES);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  private List<CompletableFuture<Boolean>> fill(String claimedSigner, int count) {
    List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      waiting.add(slow(claimedSigner));
    }
    assertThat(waiting).noneMatch(CompletableFuture::isCompletedExceptionally);
    return waiting;
  }

  private static void assertRefused(CompletableFuture<Boolean> work) {
    assertThat(work).isCompletedExceptionally();
    assertThatThrownBy(work::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(503);
              assertThat(refusal.headers().first("Retry-After")).contains("1");
            });
  }

  @Test
  void of_strangersAtTheLimit_waitAndOneMoreIsRefused() throws Exception {
    List<CompletableFuture<Boolean>> waiting =
        fill(STRANGER, NodeLimits.STRANGER_THREADS + NodeLimits.MAX_STRANGERS_WAITING);
    assertRefused(slow(STRANGER));
    CompletableFuture<String> peer = work.of(KNOWN).submit(() -> "verified");
    assertThat(peer.get(1, TimeUnit.MINUTES)).as("while strangers wait").isEqualTo("verified");
    hold.countDown();
    for (CompletableFuture<Boolean> one : waiting) {
      assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void of_knownAtTheLimit_waitAndOneMoreIsRefused() throws Exception {
    List<CompletableFuture<Boolean>> waiting =
        fill(KNOWN, NodeLimits.SIGNATURE_THREADS + NodeLimits.MAX_SIGNATURES_WAITING);
    assertRefused(slow(KNOWN));
    hold.countDown();
    for (CompletableFuture<Boolean> one : waiting) {
      assertThat(one.get(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void finish_whereNothingMoreMayWait_isDoneAtOnce() {
    fill(KNOWN, NodeLimits.SIGNATURE_THREADS + NodeLimits.MAX_SIGNATURES_WAITING);
    assertThat(work.known().finish(() -> Thread.currentThread().getName()))
        .isCompletedWithValue(Thread.currentThread().getName());
  }
}
