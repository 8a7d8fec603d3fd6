package id.simpul.benchmarks.client;

import java.io.IOException;

/** Makes one call and looks at its answer. Thread-safe. */
@FunctionalInterface
interface Caller {
  /**
   * Makes one call.
   *
   * @throws IOException when it failed
   */
  void call() throws IOException;
}
