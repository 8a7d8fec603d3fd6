package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.measure.Spread;
import java.util.List;
import java.util.Locale;

/** What we want of one contender. */
public sealed interface Target {
  /**
   * What came of it.
   *
   * @param measured the rounds
   * @return one line for people
   */
  String verdict(Measured measured);

  /**
   * As fast as the best of some others, times a factor.
   *
   * @param who the contender
   * @param others whom it is held against, at least one
   * @param factor operations it has to do while the best of them does one
   */
  record Speed(String who, List<String> others, double factor) implements Target {
    /** Copies the others. */
    public Speed {
      others = List.copyOf(others);
    }

    /**
     * Held against one other.
     *
     * @param who the contender
     * @param other the other
     * @param factor operations it has to do while the other does one
     */
    public Speed(String who, String other, double factor) {
      this(who, List.of(other), factor);
    }

    @Override
    public String verdict(Measured measured) {
      String best = measured.best(others);
      Spread ratio = measured.speed(who, best);
      return String.format(
          Locale.ROOT,
          "%s against %s%s: %s, target %.2f: %s",
          who,
          others.size() > 1 ? "the best, " : "",
          best,
          ratio.text(2),
          factor,
          word(ratio.median() >= factor));
    }
  }

  /**
   * No more allocation than so much.
   *
   * @param who the contender
   * @param most bytes an operation
   */
  record Allocation(String who, int most) implements Target {
    @Override
    public String verdict(Measured measured) {
      double bytes = measured.bytes(who).median();
      return String.format(
          Locale.ROOT,
          "%s allocates %.0f bytes, target at most %d: %s",
          who,
          bytes,
          most,
          word(bytes <= most));
    }
  }

  /**
   * No more processor time than so much.
   *
   * @param who the contender
   * @param most microseconds an operation
   */
  record Time(String who, double most) implements Target {
    @Override
    public String verdict(Measured measured) {
      double micros = measured.micros(who).median();
      return String.format(
          Locale.ROOT,
          "%s takes %.1f us, target at most %.1f: %s",
          who,
          micros,
          most,
          word(micros <= most));
    }
  }

  private static String word(boolean met) {
    return met ? "met" : "MISSED";
  }
}
