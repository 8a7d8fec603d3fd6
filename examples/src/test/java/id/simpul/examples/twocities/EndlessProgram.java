package id.simpul.examples.twocities;

import java.util.concurrent.CountDownLatch;

/** A node that never answers and never ends. */
final class EndlessProgram {
  private EndlessProgram() {}

  public static void main(String[] args) throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
