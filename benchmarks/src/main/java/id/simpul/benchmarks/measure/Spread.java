package id.simpul.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What repeated rounds gave.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the least
 * @param max the greatest
 * @param rounds how many there were
 */
public record Spread(double median, double min, double max, int rounds) {

  /**
   * Sums rounds up.
   *
   * @param values one value a round, at least one
   * @return their spread
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("There is no median of nothing");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    return new Spread(median, sorted[0], sorted[n - 1], n);
  }

  /**
   * Sums up what one list is in terms of another, round by round, so that a slow minute of the
   * machine weighs on both.
   *
   * @param values one value a round
   * @param bases as many, of the same rounds
   * @return the spread of the quotients
   */
  public static Spread ofRatios(List<Double> values, List<Double> bases) {
    if (values.size() != bases.size()) {
      throw new IllegalArgumentException("Rounds come in pairs");
    }
    Double[] ratios = new Double[values.size()];
    Arrays.setAll(ratios, i -> values.get(i) / bases.get(i));
    return of(List.of(ratios));
  }

  /**
   * The spread for people.
   *
   * @param digits digits after the point
   * @return {@code median [min to max]}
   */
  public String text(int digits) {
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT, number + " [" + number + " to " + number + "]", median, min, max);
  }
}
