package id.simpul.health;

import id.simpul.core.spi.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A queue that says when it is about to do something, and when it has done it. */
record SteppingQueue(WorkQueue queue, Runnable step) implements WorkQueue {
  private <T> T stepping(Supplier<T> action) {
    step.run();
    T result = action.get();
    step.run();
    return result;
  }

  @Override
  public Added add(Work work) {
    return stepping(() -> queue.add(work));
  }

  @Override
  public Optional<Claim> claim(Duration lease) {
    return stepping(() -> queue.claim(lease));
  }

  @Override
  public boolean note(Claim claim, String note, Duration lease) {
    return stepping(() -> queue.note(claim, note, lease));
  }

  @Override
  public boolean finish(Claim claim) {
    return stepping(() -> queue.finish(claim));
  }

  @Override
  public boolean putBack(Claim claim, String note, Instant notBefore) {
    return stepping(() -> queue.putBack(claim, note, notBefore));
  }

  @Override
  public boolean setAside(Claim claim, String note) {
    return stepping(() -> queue.setAside(claim, note));
  }

  @Override
  public boolean resume(String key) {
    return queue.resume(key);
  }

  @Override
  public long waiting() {
    return queue.waiting();
  }

  @Override
  public long asideCount() {
    return queue.asideCount();
  }

  @Override
  public void close() {
    queue.close();
  }
}
