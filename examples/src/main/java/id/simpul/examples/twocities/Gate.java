package id.simpul.examples.twocities;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Holds workers back while there is nobody to talk to. Thread-safe; open at first. */
final class Gate {
  private final Lock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private final Duration limit;
  private boolean open = true;

  Gate(Duration limit) {
    this.limit = limit;
  }

  void close() {
    lock.lock();
    try {
      open = false;
    } finally {
      lock.unlock();
    }
  }

  void open() {
    lock.lock();
    try {
      open = true;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is open, at most the limit. */
  void pass() {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (!open) {
        if (left <= 0) {
          throw new StoryException("Worker", "waited too long for the node", "gate");
        }
        left = opened.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryException("Worker", "was interrupted", "gate", e);
    } finally {
      lock.unlock();
    }
  }
}
