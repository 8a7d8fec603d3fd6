package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A probe, which stores without HTTP. */
final class ProbeContender implements Contender {
  private final Child child;

  /**
   * Starts a probe.
   *
   * @param what {@code store} or {@code jdbc}
   * @param database its file
   * @param maxBatch submissions in one commit at most
   */
  ProbeContender(String what, Path database, int maxBatch) {
    this.child =
        Child.start(
            what + " probe of batch " + maxBatch,
            ProbeWorker.class.getName(),
            List.of(),
            List.of(what, database.toString(), Integer.toString(maxBatch)));
  }

  @Override
  public Stored round(Duration length) {
    child.tell(Long.toString(length.toMillis()));
    return Stored.read(child.next());
  }

  @Override
  public Duration cpu() {
    return child.cpu();
  }

  @Override
  public void close() {
    child.close();
  }
}
