package id.simpul.node.internal.store.commit;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StoreHealth;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes the commands that gathered during its last commit, runs them
 * in one transaction, commits, and only then completes their futures: acknowledged means on disk.
 *
 * <p>When a transaction fails because of a command in it, its commands are run again one by one, so
 * that one bad command cannot fail its neighbours. When it fails because of the disk, all its
 * commands fail; the writer opens a new session for the next ones and needs no restart.
 *
 * @param <S> the kind of session
 */
public final class GroupCommitWriter<S extends WriteSession> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);

  /** How much longer than the drain time closing waits for a commit that is under way. */
  private static final long CLOSE_GRACE_MILLIS = 10_000;

  private final SessionSource<S> source;
  private final CommitOptions options;
  private final InstantSource clock;
  private final CommitQueue<S> queue;
  private final Thread thread;

  // One value, so that nobody sees that the writer closes and not yet until when it drains.
  private final AtomicReference<@Nullable Long> drainUntil = new AtomicReference<>();
  private volatile boolean writable = true;
  private volatile StoreHealth.@Nullable Failure lastFailure;
  private @Nullable S session;
  private long lastTidy = System.nanoTime();
  private long lastAttempt = System.nanoTime();

  private GroupCommitWriter(SessionSource<S> source, CommitOptions options, InstantSource clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.options = Objects.requireNonNull(options, "options");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.queue = new CommitQueue<>(options.maxQueued(), options.maxQueuedBytes());
    this.thread = new Thread(this::run, "simpul-store-writer");
    thread.setDaemon(true);
  }

  /**
   * Starts a writer.
   *
   * @param <S> the kind of session
   * @param source where its sessions come from
   * @param options how it gathers, bounds and drains
   * @param clock dates failures
   * @return the running writer
   */
  public static <S extends WriteSession> GroupCommitWriter<S> start(
      SessionSource<S> source, CommitOptions options, InstantSource clock) {
    GroupCommitWriter<S> writer = new GroupCommitWriter<>(source, options, clock);
    writer.thread.start();
    return writer;
  }

  /**
   * Queues a command. Returns at once.
   *
   * @param <R> what the command answers
   * @param bytes what it holds in memory while it waits
   * @param work the command
   * @return completed on the writer's thread after the commit; failed at once with {@link
   *     Kind#QUEUE_FULL} or {@link Kind#CLOSED} when the command was not taken. Cancelling it does
   *     not take the command back
   */
  public <R> CompletableFuture<R> submit(long bytes, Work<? super S, R> work) {
    Pending<S, R> pending = new Pending<>(bytes, Objects.requireNonNull(work, "work"));
    switch (queue.offer(pending)) {
      case FULL -> pending.fail(failure(Kind.QUEUE_FULL, "write queue", null));
      case CLOSED -> pending.fail(failure(Kind.CLOSED, "write queue", null));
      case TAKEN -> {}
    }
    return pending.future();
  }

  /**
   * Whether the last attempt to write succeeded. Never blocks.
   *
   * @return the health
   */
  public StoreHealth health() {
    return new StoreHealth(writable && !isClosing(), queue.size(), lastFailure);
  }

  /**
   * Takes nothing more, commits what waits within the drain time, fails the rest and closes the
   * session. Does nothing the second time.
   */
  @Override
  public void close() {
    if (drainUntil.compareAndSet(null, System.nanoTime() + options.drain().toNanos())) {
      queue.close();
    }
    if (Thread.currentThread().equals(thread)) {
      return;
    }
    try {
      thread.join(options.drain().toMillis() + CLOSE_GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!queue.isDrained()) {
        List<Pending<S, ?>> batch = queue.take(options.maxBatch(), idleNanos());
        if (drainTimeIsOver()) {
          failAll(batch, failure(Kind.CLOSED, "drain", null));
        } else if (!batch.isEmpty()) {
          commit(batch);
        }
        keepHouse();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end();
    }
  }

  /** Leaves nobody waiting, whatever ended the thread. */
  private void end() {
    drainUntil.compareAndSet(null, System.nanoTime());
    queue.close();
    StoreException closed = failure(Kind.CLOSED, "write queue", null);
    while (!queue.isDrained()) {
      try {
        failAll(queue.take(options.maxBatch(), 0), closed);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    discard(closed);
  }

  private boolean isClosing() {
    return drainUntil.get() != null;
  }

  private boolean drainTimeIsOver() {
    Long until = drainUntil.get();
    return until != null && System.nanoTime() - until > 0;
  }

  private void commit(List<Pending<S, ?>> batch) {
    try {
      transact(
          "commit of " + batch.size() + " command(s)",
          open -> {
            for (Pending<S, ?> pending : batch) {
              pending.run(open);
            }
          });
    } catch (StoreException e) {
      afterFailure(batch, e);
      return;
    }
    batch.forEach(Pending::acknowledge);
  }

  /** What may have been committed is never run again, and a broken disk spares nobody. */
  private void afterFailure(List<Pending<S, ?>> batch, StoreException e) {
    if (batch.size() == 1 || e.kind().concernsStore() || e.outcomeUnknown()) {
      failAll(batch, e);
    } else {
      batch.forEach(one -> commit(List.of(one)));
    }
  }

  private void failAll(List<Pending<S, ?>> batch, StoreException e) {
    batch.forEach(pending -> pending.fail(e));
  }

  /** What is done between begin and commit. */
  private interface Step<S> {
    void run(S session) throws SQLException;
  }

  private void transact(String where, Step<S> step) {
    boolean committing = false;
    try {
      S open = session == null ? source.open() : session;
      session = open;
      open.begin();
      step.run(open);
      committing = true;
      open.commit();
      succeeded();
    } catch (SQLException e) {
      throw failed(source.explain(e, where), committing);
    } catch (StoreException e) {
      throw failed(e, committing);
    } catch (RuntimeException | Error e) {
      throw failed(failure(Kind.REJECTED, where, e), committing);
    }
  }

  private void succeeded() {
    lastAttempt = System.nanoTime();
    if (!writable) {
      writable = true;
      LOG.info("{} can write again", source.name());
    }
  }

  private StoreException failed(StoreException e, boolean committing) {
    lastAttempt = System.nanoTime();
    StoreException failure = committing ? e.duringCommit() : e;
    discard(failure);
    lastFailure = new StoreHealth.Failure(clock.instant(), failure.code());
    if (failure.kind().concernsStore()) {
      if (writable) {
        LOG.error("{} cannot write", source.name(), failure);
      }
      writable = false;
    }
    return failure;
  }

  /** A session that failed is of no more use: drivers close statements that met an error. */
  private void discard(StoreException reason) {
    S open = session;
    session = null;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** Until house must be kept next; not positive when that is due. */
  private long idleNanos() {
    long now = System.nanoTime();
    return writable
        ? options.tidyEvery().toNanos() - (now - lastTidy)
        : options.probeEvery().toNanos() - (now - lastAttempt);
  }

  private void keepHouse() {
    long now = System.nanoTime();
    if (isClosing()) {
      return;
    }
    if (!writable && now - lastAttempt >= options.probeEvery().toNanos()) {
      tryTo("probe", WriteSession::probe);
    } else if (writable && now - lastTidy >= options.tidyEvery().toNanos()) {
      tryTo("tidy", open -> lastTidy = open.tidy() ? lastTidy : now);
    }
  }

  private void tryTo(String what, Step<S> step) {
    try {
      transact(what, step);
    } catch (StoreException e) {
      lastTidy = System.nanoTime();
      LOG.debug("{} of {} failed", what, source.name(), e);
    }
  }

  private StoreException failure(Kind kind, String where, @Nullable Throwable cause) {
    return StoreException.of(kind, source.name(), where, cause);
  }
}
