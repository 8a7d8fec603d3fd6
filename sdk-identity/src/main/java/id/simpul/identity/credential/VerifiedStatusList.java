package id.simpul.identity.credential;

import id.simpul.identity.jose.PublicJwk;
import java.time.Duration;
import java.time.Instant;

/**
 * A status list whose token passed every check. Made by {@link StatusListVerifier} alone.
 * Immutable, thread-safe.
 */
public final class VerifiedStatusList {
  private final StatusList list;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final Duration ttl;
  private final PublicJwk signedBy;

  VerifiedStatusList(
      StatusList list, Instant issuedAt, Instant expiresAt, Duration ttl, PublicJwk signedBy) {
    this.list = list;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.ttl = ttl;
    this.signedBy = signedBy;
  }

  /**
   * The statuses.
   *
   * @return the list
   */
  public StatusList list() {
    return list;
  }

  /**
   * When its issuer said so.
   *
   * @return {@code iat}
   */
  public Instant issuedAt() {
    return issuedAt;
  }

  /**
   * From when on it must not be believed.
   *
   * @return {@code exp}, or {@link StatusListVerifier#MAX_AGE} after {@code iat} when there is none
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * How long its issuer lets it be kept before it is fetched again.
   *
   * @return {@code ttl}, or {@link StatusListVerifier#DEFAULT_TTL} when there is none, but not less
   *     than {@link StatusListVerifier#MIN_TTL} and not more than {@link
   *     StatusListVerifier#MAX_TTL}
   */
  public Duration ttl() {
    return ttl;
  }

  /**
   * The key it was signed with.
   *
   * @return the key
   */
  public PublicJwk signedBy() {
    return signedBy;
  }

  /** Its shape and its key. */
  @Override
  public String toString() {
    return list + " signed by " + signedBy;
  }
}
