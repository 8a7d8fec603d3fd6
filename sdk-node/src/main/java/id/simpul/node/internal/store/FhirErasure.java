package id.simpul.node.internal.store;

import id.simpul.health.wire.ResourceKey;
import java.util.Objects;
import java.util.Set;

/**
 * A resource to be erased.
 *
 * @param key the resource
 * @param pointers the terms by which resources that point at it are found, at most {@value
 *     #MAX_POINTERS}
 * @param actor who erases
 */
public record FhirErasure(ResourceKey key, Set<Digest> pointers, String actor) {
  /** The most terms that are looked for. */
  public static final int MAX_POINTERS = 100;

  /** Copies the terms, and checks how many there are. */
  public FhirErasure {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(actor, "actor");
    pointers = Set.copyOf(pointers);
    if (pointers.size() > MAX_POINTERS) {
      throw new IllegalArgumentException(
          "At most " + MAX_POINTERS + " terms point at a resource, not " + pointers.size());
    }
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** Nothing of it is in the database, now or since an earlier erasure. */
    record Erased() implements Outcome {}

    /** There never was such a resource; nothing was done. */
    record Unknown() implements Outcome {}

    /**
     * Other resources point at it; nothing was done.
     *
     * @param kinds of what kinds they are
     */
    record PointedAt(Set<String> kinds) implements Outcome {
      /** Copies the kinds. */
      public PointedAt {
        kinds = Set.copyOf(kinds);
      }
    }
  }
}
