package id.simpul.node.internal.store;

import id.simpul.identity.credential.TokenStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command to set the status of all copies of a case. Immutable. */
public final class CaseStatus {
  private final String reference;
  private final TokenStatus status;
  private final String actor;
  private final @Nullable String evidence;

  /** What became of the command. */
  public enum Outcome {
    /** All copies have the status now. */
    SET,
    /** They had it before; nothing was written. */
    UNCHANGED,
    /** Nothing was ever offered under this reference. */
    UNKNOWN,
    /** The case is revoked for good. */
    FINAL
  }

  private CaseStatus(
      String reference, TokenStatus status, String actor, @Nullable String evidence) {
    this.reference = Objects.requireNonNull(reference, "reference");
    this.status = Objects.requireNonNull(status, "status");
    this.actor = Objects.requireNonNull(actor, "actor");
    this.evidence = evidence;
  }

  /**
   * A command.
   *
   * @param reference the case
   * @param status what all its copies become
   * @param actor who commands it
   * @return the command
   */
  public static CaseStatus of(String reference, TokenStatus status, String actor) {
    return new CaseStatus(reference, status, actor, null);
  }

  /**
   * The same with what the officer relied on.
   *
   * @param id names the evidence; nothing personal
   * @return a copy
   */
  public CaseStatus withEvidence(String id) {
    return new CaseStatus(reference, status, actor, Objects.requireNonNull(id, "id"));
  }

  /**
   * The case.
   *
   * @return its reference, as somebody wrote it
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
   * Who commands it.
   *
   * @return opaque text
   */
  public String actor() {
    return actor;
  }

  /**
   * What the officer relied on.
   *
   * @return the name of the evidence, or empty
   */
  public Optional<String> evidence() {
    return Optional.ofNullable(evidence);
  }

  @Override
  public String toString() {
    return "CaseStatus[" + reference + " becomes " + status + "]";
  }
}
