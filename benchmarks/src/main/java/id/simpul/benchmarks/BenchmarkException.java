package id.simpul.benchmarks;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/** A measurement that could not be made, or whose result would be worth nothing. */
public final class BenchmarkException extends SimpulException {
  private static final long serialVersionUID = 1L;

  private BenchmarkException(Fault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }

  /**
   * A measurement that counts for nothing, because what was measured did not do its work.
   *
   * @param who the part that failed
   * @param what what it did wrong
   * @return the exception
   */
  public static BenchmarkException invalid(String who, String what) {
    return new BenchmarkException(
        new Fault("benchmarks.invalid", who, what, "measurement", "Mend it and measure again"),
        null);
  }

  /**
   * A measurement that could not be set up.
   *
   * @param who the part that failed
   * @param what what went wrong
   * @param cause what led to it
   * @return the exception
   */
  public static BenchmarkException setUp(String who, String what, @Nullable Throwable cause) {
    return new BenchmarkException(
        new Fault("benchmarks.set-up", who, what, "set-up", "See the message before this one"),
        cause);
  }
}
