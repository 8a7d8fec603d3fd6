package id.simpul.identity.mutants;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A part of an artefact, and what is done to it.
 *
 * @param text the part as it stands in the artefact
 * @param damage what is done to it; nothing, and it is not left out either
 * @param spared texts that are no mutants: what cannot be sent, and what means the same
 */
public record Part(String text, Set<Damage> damage, Predicate<String> spared) {
  /** A part that stays as it is. */
  public static Part kept(String text) {
    return new Part(text, Set.of(), mutant -> false);
  }

  /** A part that is damaged. */
  public static Part of(String text, Damage... damage) {
    return new Part(text, Set.of(damage), mutant -> false);
  }

  /** The same, with some texts spared. */
  public Part sparing(Predicate<String> texts) {
    return new Part(text, damage, texts);
  }
}
