package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.measure.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one question, in which each contender had as many turns. Immutable. */
final class Measured {
  private final List<Round> rounds;

  Measured(List<Round> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  List<Round> rounds() {
    return rounds;
  }

  /** Processor time of an operation. */
  Spread micros(String contender) {
    return Spread.of(each(contender, Reading::micros));
  }

  /** Bytes allocated by an operation. */
  Spread bytes(String contender) {
    return Spread.of(each(contender, Reading::bytesEach));
  }

  /** How many operations one does while another does one, round by round. */
  Spread speed(String contender, String other) {
    return Spread.ofRatios(each(other, Reading::micros), each(contender, Reading::micros));
  }

  /** The one with the least processor time. */
  String best(List<String> contenders) {
    return contenders.stream()
        .min(Comparator.comparingDouble(contender -> micros(contender).median()))
        .orElseThrow();
  }

  private List<Double> each(String contender, ToDoubleFunction<Reading> figure) {
    return rounds.stream()
        .filter(round -> round.contender().equals(contender))
        .map(round -> figure.applyAsDouble(round.reading()))
        .toList();
  }
}
