package id.simpul.reporting;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A future for several steps, one after another. Cancelling it, or one derived from it, cancels the
 * step that is under way.
 */
final class ChainFuture<T> extends CompletableFuture<T> {
  private final Chain chain;

  ChainFuture() {
    this(new Chain());
  }

  private ChainFuture(Chain chain) {
    this.chain = chain;
  }

  /** The step under way, and whether there may be another. */
  private static final class Chain {
    private final AtomicReference<@Nullable Future<?>> step = new AtomicReference<>();
    private volatile boolean ended;
  }

  /** Names the step that is under way now; ends it at once when the chain was cancelled. */
  void follow(Future<?> step) {
    chain.step.set(step);
    if (chain.ended) {
      step.cancel(true);
    }
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new ChainFuture<>(chain);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      chain.ended = true;
      Future<?> step = chain.step.get();
      if (step != null) {
        step.cancel(true);
      }
    }
    return cancelled;
  }
}
