package id.simpul.benchmarks.identity;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * One way to do a piece of work.
 *
 * @param work does it once; what it returns is kept, so that no compiler finds it useless
 * @param remarks what a reader has to know of it, such as bad input that it accepts
 */
public record Contender(Callable<?> work, List<String> remarks) {
  /** Copies the remarks. */
  public Contender {
    remarks = List.copyOf(remarks);
  }

  /**
   * A contender that does all that the others do.
   *
   * @param work does it once
   * @return the contender
   */
  public static Contender of(Callable<?> work) {
    return new Contender(work, List.of());
  }
}
