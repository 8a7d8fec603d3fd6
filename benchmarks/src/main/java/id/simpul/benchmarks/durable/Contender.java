package id.simpul.benchmarks.durable;

import java.time.Duration;

/** Something that stores reports in a process of its own and rests between its rounds. */
interface Contender extends AutoCloseable {
  /**
   * Stores reports for a while.
   *
   * @param length how long
   * @return what came of it
   */
  Stored round(Duration length);

  /** The processor time its process has used so far. */
  Duration cpu();

  /** Ends it, and fails when what is on disk is not what was acknowledged. */
  @Override
  void close();
}
