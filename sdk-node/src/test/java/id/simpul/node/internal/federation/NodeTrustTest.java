package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NodeTrustTest {
  @Test
  void refreshes_asManyAsMayWaitAndOneMore_areTakenAndRefused() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(NodeTrust.REFRESHES_WAITING);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService refreshes = NodeTrust.refreshes();
    try {
      Future<Boolean> first =
          refreshes.submit(() -> {
            begun.countDown();
            return hold.await(1, TimeUnit.MINUTES);
          });
      assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      for (int i = 0; i < NodeTrust.REFRESHES_WAITING; i++) {
        refreshes.execute(done::countDown);
      }
      assertThatThrownBy(() -> refreshes.execute(done::countDown))
          .isInstanceOf(RejectedExecutionException.class);
      hold.countDown();
      assertThat(first.get(1, TimeUnit.MINUTES)).isTrue();
      assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      refreshes.shutdownNow();
    }
  }
}
