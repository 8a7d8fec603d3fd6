package id.simpul.node.internal.store.commit;

import id.simpul.node.internal.store.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A command that waits for its commit, with the answer it will give. */
final class Pending<S, R> {
  private final long bytes;
  private final Work<? super S, R> work;
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private Runnable answer = () -> {};

  Pending(long bytes, Work<? super S, R> work) {
    this.bytes = bytes;
    this.work = work;
  }

  long bytes() {
    return bytes;
  }

  CompletableFuture<R> future() {
    return future;
  }

  void run(S session) throws SQLException {
    try {
      R result = work.run(session);
      answer = () -> future.complete(result);
    } catch (StoreException e) {
      if (e.kind().concernsStore()) {
        throw e;
      }
      answer = () -> future.completeExceptionally(e);
    }
  }

  /** Gives the answer; only after the commit. */
  void acknowledge() {
    answer.run();
  }

  void fail(StoreException e) {
    future.completeExceptionally(e);
  }
}
