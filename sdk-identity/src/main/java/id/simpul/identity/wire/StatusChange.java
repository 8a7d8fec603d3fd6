package id.simpul.identity.wire;

import id.simpul.identity.credential.TokenStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An officer's command to change the status of all copies of a credential. Immutable. */
public final class StatusChange {
  private final String reference;
  private final TokenStatus status;
  private final @Nullable EvidenceId evidence;

  private StatusChange(String reference, TokenStatus status, @Nullable EvidenceId evidence) {
    this.reference = Objects.requireNonNull(reference, "reference");
    this.status = Objects.requireNonNull(status, "status");
    this.evidence = evidence;
  }

  /**
   * A command.
   *
   * @param reference the node's name for the case
   * @param status what all copies become, those that are collected later included
   * @return the command
   */
  public static StatusChange of(String reference, TokenStatus status) {
    return new StatusChange(reference, status, null);
  }

  /**
   * The same with what the officer relied on.
   *
   * @param id names the evidence where it is kept
   * @return a copy
   */
  public StatusChange withEvidence(EvidenceId id) {
    return new StatusChange(reference, status, Objects.requireNonNull(id, "id"));
  }

  /**
   * The case.
   *
   * @return the node's name for it
   */
  public String reference() {
    return reference;
  }

  /**
   * What all copies become.
   *
   * @return the status
   */
  public TokenStatus status() {
    return status;
  }

  /**
   * What the officer relied on.
   *
   * @return the name of the evidence, or empty
   */
  public Optional<EvidenceId> evidence() {
    return Optional.ofNullable(evidence);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof StatusChange other
        && reference.equals(other.reference)
        && status.equals(other.status)
        && Objects.equals(evidence, other.evidence);
  }

  @Override
  public int hashCode() {
    return Objects.hash(reference, status, evidence);
  }

  @Override
  public String toString() {
    return reference + " becomes " + status;
  }
}
