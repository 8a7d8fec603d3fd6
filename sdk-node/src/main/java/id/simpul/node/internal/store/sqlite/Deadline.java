package id.simpul.node.internal.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.ProgressHandler;

/**
 * Stops the statements of one connection when their time is over. The driver's query timeout is no
 * help: it is how long to wait for locks.
 */
final class Deadline extends ProgressHandler {
  /** How many steps of the database's machine lie between two looks at the time: about 1 ms. */
  static final int STEPS = 20_000;

  private static final int STOP = 1;

  private final long begun = System.nanoTime();
  private final long nanos;

  private Deadline(Duration time) {
    this.nanos = time.toNanos();
  }

  static void set(Connection connection, Duration time) throws SQLException {
    setHandler(connection, STEPS, new Deadline(time));
  }

  static void clear(Connection connection) throws SQLException {
    clearHandler(connection);
  }

  @Override
  protected int progress() {
    return System.nanoTime() - begun > nanos ? STOP : 0;
  }
}
