package id.simpul.identity;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which library computes the signatures of each algorithm, and why no other does. For a log at
 * start-up and for whoever asks why a machine is slow.
 *
 * @param choices one for each algorithm, in their order
 */
public record CryptoReport(List<Choice> choices) {
  /** Copies the list. */
  public CryptoReport {
    choices = List.copyOf(choices);
  }

  /**
   * What was chosen for one algorithm.
   *
   * @param algorithm the algorithm
   * @param library what computes its signatures
   * @param version what the library calls itself, empty when it does not say
   * @param others why the other libraries do not
   */
  public record Choice(
      SignatureAlgorithm algorithm, CryptoLibrary library, String version, List<NotChosen> others) {
    /** Copies the list. */
    public Choice {
      others = List.copyOf(others);
    }

    /** One line, for a log. */
    @Override
    public String toString() {
      String rest = others.stream().map(NotChosen::toString).collect(Collectors.joining("; "));
      String name = (library + " " + version).strip();
      return algorithm.joseName() + " by " + name + " (" + rest + ")";
    }
  }

  /**
   * A library that was not chosen for an algorithm.
   *
   * @param library the library
   * @param reason why, as the end of a sentence
   */
  public record NotChosen(CryptoLibrary library, String reason) {
    @Override
    public String toString() {
      return "not " + library + ": " + reason;
    }
  }

  /** One line for each algorithm. */
  @Override
  public String toString() {
    return choices.stream().map(Choice::toString).collect(Collectors.joining("\n"));
  }
}
