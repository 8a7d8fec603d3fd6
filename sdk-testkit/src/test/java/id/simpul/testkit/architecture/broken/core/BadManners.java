package id.simpul.testkit.architecture.broken.core;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

final class BadManners {
  private BadManners() {}

  static final class Sleeps {
    void rest() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  static final class LooksAtTheWall {
    // A reference counts like a call.
    LongSupplier clock() {
      return System::currentTimeMillis;
    }
  }

  static final class LooksAgain {
    Instant time() {
      return Instant.now();
    }
  }

  static final class TakesTheClock {
    InstantSource clock() {
      return InstantSource.system();
    }
  }

  static final class Prints {
    void print() {
      System.out.println("x");
    }
  }

  static final class Exits {
    void end() {
      System.exit(1);
    }
  }
}
