package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Latencies;
import java.sql.SQLException;

/** Something that stores submissions in this process. */
interface Probe extends AutoCloseable {
  /**
   * Stores submissions for a while.
   *
   * @param millis how long
   * @return how long each took
   * @throws SQLException when one could not be stored
   */
  Latencies run(long millis) throws SQLException;

  /**
   * Closes what it stored in.
   *
   * @throws SQLException when that fails
   */
  @Override
  void close() throws SQLException;
}
