package id.simpul.node.internal.store.commit;

import id.simpul.node.internal.store.StoreException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** A command that waits for its commit, with the answer it will give. */
final class Pending<S extends WriteSession, R> {
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
    long before = session.written();
    try {
      R result = work.run(session);
      answer = () -> future.complete(result);
    } catch (StoreException e) {
      // Half a command must not be committed with its neighbours.
      if (e.kind().concernsStore() || session.written() != before) {
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
