package id.simpul.fuzz;

import java.io.IOException;
import java.util.List;

/**
 * One reader under hostile input. An implementation feeds the input to the reader, swallows the
 * exceptions the reader declares, and throws for everything else that must not happen: {@link
 * Invariant} says what. Fuzzing one input after the other in one thread, it may keep what is costly
 * to make, but nothing that one input leaves to the next.
 */
@FunctionalInterface
public interface FuzzTarget {
  /**
   * Feeds one input.
   *
   * @param input any bytes; the target's own copy
   * @throws IOException when the reader throws what it does not declare
   */
  void run(byte[] input) throws IOException;

  /**
   * The public corpora whose files make good inputs too.
   *
   * @return the corpora, none by default
   */
  default List<Corpus> corpora() {
    return List.of();
  }
}
