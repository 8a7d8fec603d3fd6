package id.simpul.identity.issuance;

import java.time.Duration;

/** What issuance takes and how long its codes are good. */
public final class IssuanceLimits {
  /** The longest life of an offer, and the default. */
  public static final Duration MAX_OFFER_LIFETIME = Duration.ofMinutes(10);

  /** The fewest digits of a transaction code, and the default. */
  public static final int MIN_TX_CODE_LENGTH = 6;

  /** The most digits of a transaction code. */
  public static final int MAX_TX_CODE_LENGTH = 12;

  /** How often a transaction code may be tried; with the last wrong one the offer is gone. */
  public static final int MAX_TX_CODE_TRIES = 5;

  /** The longest life of an access token, and the default. */
  public static final Duration MAX_TOKEN_LIFETIME = Duration.ofMinutes(5);

  /** How long a nonce is good. */
  public static final Duration NONCE_LIFETIME = Duration.ofMinutes(5);

  /** How old a key proof may be. */
  public static final Duration MAX_PROOF_AGE = Duration.ofMinutes(5);

  /** The most copies of a credential in one answer, each for a key of its own. */
  public static final int MAX_BATCH = 10;

  /** The most configurations that metadata or an offer names. */
  public static final int MAX_CONFIGURATIONS = 64;

  /** The longest key proof in characters: one with an ML-DSA-65 key and signature fits. */
  public static final int MAX_PROOF_LENGTH = 16 * 1024;

  private IssuanceLimits() {}
}
