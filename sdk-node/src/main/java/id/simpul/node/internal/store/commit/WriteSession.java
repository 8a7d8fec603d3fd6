package id.simpul.node.internal.store.commit;

import java.sql.SQLException;

/**
 * One connection that writes, used by one thread. After any exception the writer closes it and
 * opens another, so a session need not survive its own failures.
 */
public interface WriteSession extends AutoCloseable {

  /**
   * Begins a transaction that may write, waiting for other processes up to the busy timeout.
   *
   * @throws SQLException when it cannot begin
   */
  void begin() throws SQLException;

  /**
   * How much was written so far that must not stay when the command that wrote it fails. What was
   * forgotten because its time is over does not count.
   *
   * @return a number that grows with each such write
   * @throws SQLException when it cannot tell
   */
  long written() throws SQLException;

  /**
   * Commits. When this returns, what was written is on disk.
   *
   * @throws SQLException when it is not known to be on disk
   */
  void commit() throws SQLException;

  /**
   * Writes and removes something that needs room, to see whether the store can write again.
   *
   * @throws SQLException when it cannot
   */
  void probe() throws SQLException;

  /**
   * Forgets some of what is past its time.
   *
   * @return true when there may be more
   * @throws SQLException when it cannot
   */
  boolean tidy() throws SQLException;

  /** Closes the session; what was written since {@link #begin()} and not committed is given up. */
  @Override
  void close() throws SQLException;
}
