package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What could be found out about the status of a credential. Immutable, thread-safe. */
public final class StatusResult {
  /** The answer. */
  public enum Verdict {
    /** It holds, by a list that is fresh. */
    VALID,
    /** It held, by a list older than its {@code ttl}, of which there is no newer one to be had. */
    STALE_VALID,
    /** Its issuer has taken it back for good. */
    INVALID,
    /** Its issuer has taken it back for now. */
    SUSPENDED,
    /** It has a status that only some applications know. */
    OTHER,
    /** Nothing can be said. */
    UNDETERMINED,
    /** It names no place where its issuer would say so, and cannot be taken back. */
    NOT_REVOCABLE,
    /** It may have been taken back, and the verifier was told not to ask. */
    NOT_CHECKED
  }

  private static final StatusResult OF_NO_STATUS =
      new StatusResult(Verdict.NOT_REVOCABLE, null, null, null);
  private static final StatusResult OF_IGNORED =
      new StatusResult(Verdict.NOT_CHECKED, null, null, null);

  private final Verdict verdict;
  private final @Nullable TokenStatus status;
  private final @Nullable Instant asOf;
  private final @Nullable TrustException cause;

  private StatusResult(
      Verdict verdict,
      @Nullable TokenStatus status,
      @Nullable Instant asOf,
      @Nullable TrustException cause) {
    this.verdict = verdict;
    this.status = status;
    this.asOf = asOf;
    this.cause = cause;
  }

  /** What is known of a credential when nobody is asked. */
  static StatusResult unasked(JsonObject claims) {
    return claims.members().containsKey("status") ? OF_IGNORED : OF_NO_STATUS;
  }

  static StatusResult fresh(TokenStatus status, Instant asOf) {
    return new StatusResult(verdict(status), status, asOf, null);
  }

  static StatusResult stale(TokenStatus status, Instant asOf, TrustException cause) {
    Verdict verdict = verdict(status);
    boolean valid = verdict == Verdict.VALID;
    return new StatusResult(valid ? Verdict.STALE_VALID : verdict, status, asOf, cause);
  }

  static StatusResult undetermined(TrustException cause) {
    return new StatusResult(Verdict.UNDETERMINED, null, null, cause);
  }

  private static Verdict verdict(TokenStatus status) {
    if (status.equals(TokenStatus.VALID)) {
      return Verdict.VALID;
    }
    if (status.equals(TokenStatus.INVALID)) {
      return Verdict.INVALID;
    }
    return status.equals(TokenStatus.SUSPENDED) ? Verdict.SUSPENDED : Verdict.OTHER;
  }

  /**
   * The answer.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * What stands in the list.
   *
   * @return the status, or empty when there was no list that could be believed
   */
  public Optional<TokenStatus> status() {
    return Optional.ofNullable(status);
  }

  /**
   * When the issuer said so.
   *
   * @return {@code iat} of the list, or empty as {@link #status()}
   */
  public Optional<Instant> asOf() {
    return Optional.ofNullable(asOf);
  }

  /**
   * Why the answer is stale or missing.
   *
   * @return what went wrong, or empty when nothing did
   */
  public Optional<TrustException> cause() {
    return Optional.ofNullable(cause);
  }

  /**
   * Returns when the credential may be taken: when it is {@code VALID}, or {@code STALE_VALID},
   * which only a grace that was asked for can make it, or when nobody is to be asked.
   *
   * @throws TrustException {@code REVOKED}, {@code SUSPENDED}, or {@code STATUS_UNKNOWN} for {@code
   *     OTHER} and {@code UNDETERMINED}
   */
  public void requireValid() {
    switch (verdict) {
      case VALID, STALE_VALID, NOT_REVOCABLE, NOT_CHECKED -> {}
      case INVALID -> throw fail(Reason.REVOKED, "is revoked by its issuer");
      case SUSPENDED -> throw fail(Reason.SUSPENDED, "is suspended by its issuer");
      case OTHER -> throw fail(Reason.STATUS_UNKNOWN, "has a status that is not known here");
      case UNDETERMINED -> throw fail(Reason.STATUS_UNKNOWN, "has a status nobody can tell now");
    }
  }

  private TrustException fail(Reason reason, String what) {
    return new TrustException(reason, "credential", what, "status_list", cause);
  }

  @Override
  public String toString() {
    return verdict.toString();
  }
}
