package id.simpul.node.internal.store;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Versions to be written together, and what makes that count once. Immutable. */
public final class FhirCommand {
  /** The most versions in one command. */
  public static final int MAX_WRITES = 500;

  /** The most terms of all versions in one command: writing them keeps every other writer out. */
  public static final int MAX_TERMS = 25_000;

  private final List<FhirWrite> writes;
  private final String actor;
  private final @Nullable Idempotency once;

  private FhirCommand(List<FhirWrite> writes, String actor, @Nullable Idempotency once) {
    this.writes = writes;
    this.actor = actor;
    this.once = once;
  }

  /**
   * A command that may be carried out any number of times.
   *
   * @param writes 1 to {@value #MAX_WRITES} versions of as many resources, with at most {@value
   *     #MAX_TERMS} terms in all
   * @param actor who writes
   * @return the command
   */
  public static FhirCommand of(List<FhirWrite> writes, String actor) {
    if (writes.isEmpty() || writes.size() > MAX_WRITES) {
      throw new IllegalArgumentException(
          "A command writes 1 to " + MAX_WRITES + " versions, not " + writes.size());
    }
    Set<Object> keys = new HashSet<>();
    for (FhirWrite write : writes) {
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException("A command writes a resource once");
      }
    }
    long terms = writes.stream().mapToLong(w -> w.index().terms().size()).sum();
    if (terms > MAX_TERMS) {
      throw new IllegalArgumentException(
          "A command has at most " + MAX_TERMS + " terms, not " + terms);
    }
    return new FhirCommand(List.copyOf(writes), Objects.requireNonNull(actor, "actor"), null);
  }

  /**
   * The same, to count once.
   *
   * @param idempotency key, fingerprint and retention
   * @return a copy
   */
  public FhirCommand once(Idempotency idempotency) {
    return new FhirCommand(writes, actor, Objects.requireNonNull(idempotency, "idempotency"));
  }

  /**
   * What is written, in order.
   *
   * @return at least one version
   */
  public List<FhirWrite> writes() {
    return writes;
  }

  /**
   * Who writes.
   *
   * @return the actor of the events
   */
  public String actor() {
    return actor;
  }

  /**
   * What makes it count once.
   *
   * @return the key with its fingerprint, or empty
   */
  public Optional<Idempotency> idempotency() {
    return Optional.ofNullable(once);
  }

  @Override
  public String toString() {
    return "FhirCommand[" + writes.size() + " versions]";
  }
}
