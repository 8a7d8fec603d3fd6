package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bounded number of connections that read, opened when first needed. */
final class ReadPool implements AutoCloseable {
  private final Connections connections;
  private final SqliteOptions options;
  private final Semaphore free;
  private final Deque<ReadSession> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ReadPool(Connections connections, SqliteOptions options) {
    this.connections = connections;
    this.options = options;
    this.free = new Semaphore(options.readers(), true);
  }

  /** What is read with a session. */
  interface Reading<R> {
    R read(ReadSession session) throws SQLException;
  }

  <R> R read(String where, Reading<R> reading) {
    if (closed) {
      throw StoreException.of(Kind.CLOSED, options.name(), where, null);
    }
    acquire(where);
    try {
      return readWith(reading);
    } catch (SQLException e) {
      throw StoreException.of(SqliteFailures.kind(e), options.name(), where, e);
    } finally {
      free.release();
    }
  }

  /**
   * Reads, and is stopped with {@link Kind#TOO_COSTLY} when that takes longer than a search may.
   */
  <R> R search(String where, Reading<R> reading) {
    return read(
        where,
        session -> {
          session.setDeadline(options.searchTime());
          try {
            return reading.read(session);
          } finally {
            session.clearDeadline();
          }
        });
  }

  private void acquire(String where) {
    try {
      if (!free.tryAcquire(options.busyTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw StoreException.of(Kind.BUSY, options.name(), where, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreException.of(Kind.INTERRUPTED, options.name(), where, e);
    }
  }

  private <R> R readWith(Reading<R> reading) throws SQLException {
    ReadSession session = idle.pollFirst();
    if (session == null) {
      session = new ReadSession(connections.reader());
    }
    boolean sound = false;
    try {
      R result = reading.read(session);
      sound = true;
      return result;
    } finally {
      if (!sound) {
        session.close();
      } else {
        idle.addFirst(session);
        // The pool may have been closed since this reading began.
        if (closed) {
          closeIdle();
        }
      }
    }
  }

  /** Closes what is idle; a reading under way closes its own session when it ends. */
  @Override
  public void close() throws SQLException {
    closed = true;
    closeIdle();
  }

  private void closeIdle() throws SQLException {
    ReadSession session = idle.pollFirst();
    while (session != null) {
      session.close();
      session = idle.pollFirst();
    }
  }
}
