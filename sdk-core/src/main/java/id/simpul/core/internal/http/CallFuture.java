package id.simpul.core.internal.http;

import java.util.concurrent.CompletableFuture;

/**
 * A future whose cancelling reaches the socket. Futures derived from it carry the same handle, so
 * cancelling any of them ends the exchange.
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private final CallHandle handle;

  CallFuture(CallHandle handle) {
    this.handle = handle;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CallFuture<>(handle);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      handle.cancel();
    }
    return cancelled;
  }
}
