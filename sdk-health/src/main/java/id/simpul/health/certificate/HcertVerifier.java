package id.simpul.health.certificate;

import id.simpul.health.internal.cbor.CborLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies health certificates in the container of the EU and the WHO (HCERT, {@code HC1:}):
 * bounded before any cryptography, step by step, with one verdict. It never goes to a network; keys
 * and revocations are what the caller gives it. Immutable, thread-safe.
 */
public final class HcertVerifier {
  /** The most characters of a text; a QR code of the largest kind holds 4,296. */
  public static final int MAX_TEXT_LENGTH = 4_300;

  /** The most bytes before they are opened; such a QR code holds 2,864. */
  public static final int MAX_COMPRESSED_BYTES = 3_072;

  /** The most bytes after that; certificates in use have less than 900. */
  public static final int MAX_INFLATED_BYTES = 16 * 1024;

  /** The deepest nesting of one CBOR item. */
  public static final int MAX_DEPTH = CborLimits.DEFAULT_MAX_DEPTH;

  /** The most parts of one CBOR item. */
  public static final int MAX_ITEMS = CborLimits.DEFAULT_MAX_ITEMS;

  /** How far the clocks of issuer and verifier may differ. */
  public static final Duration LEEWAY = Duration.ofSeconds(60);

  private final TrustListHolder trust;
  private final InstantSource clock;
  private final ValueSets valueSets;
  private final @Nullable RevocationCheck revocation;
  private final boolean uncompressed;
  private final boolean unknownCodesRefused;
  private final boolean positiveTestsRefused;

  private HcertVerifier(Builder builder) {
    trust = builder.trust;
    clock = builder.clock;
    valueSets = builder.valueSets;
    revocation = builder.revocation;
    uncompressed = builder.uncompressed;
    unknownCodesRefused = builder.unknownCodesRefused;
    positiveTestsRefused = builder.positiveTestsRefused;
  }

  /**
   * Starts a verifier.
   *
   * @param trust the keys that are trusted
   * @param clock says what time it is
   * @return a builder with the defaults: compressed certificates alone, unknown codes are warnings,
   *     nobody is asked about revocation
   */
  public static Builder builder(TrustListHolder trust, InstantSource clock) {
    return new Builder(trust, clock);
  }

  /**
   * Verifies what a QR code holds.
   *
   * @param text any text of a stranger
   * @return every step and the verdict
   */
  public Verification<VerifiedHcert> verify(String text) {
    return new HcertCheck(this).run(text);
  }

  TrustListHolder trust() {
    return trust;
  }

  InstantSource clock() {
    return clock;
  }

  ValueSets valueSets() {
    return valueSets;
  }

  Optional<RevocationCheck> revocation() {
    return Optional.ofNullable(revocation);
  }

  boolean takesUncompressed() {
    return uncompressed;
  }

  boolean refusesUnknownCodes() {
    return unknownCodesRefused;
  }

  boolean refusesPositiveTests() {
    return positiveTestsRefused;
  }

  @Override
  public String toString() {
    return "HCERT verifier with " + trust;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final TrustListHolder trust;
    private final InstantSource clock;
    private ValueSets valueSets = ValueSets.standard();
    private @Nullable RevocationCheck revocation;
    private boolean uncompressed;
    private boolean unknownCodesRefused;
    private boolean positiveTestsRefused;

    private Builder(TrustListHolder trust, InstantSource clock) {
      this.trust = Objects.requireNonNull(trust, "trust");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Asks whether a certificate was taken back, last of all.
     *
     * @param check who is asked
     * @return this
     */
    public Builder revocation(RevocationCheck check) {
      revocation = Objects.requireNonNull(check, "check");
      return this;
    }

    /**
     * Sets the codes that are known, instead of {@link ValueSets#standard}.
     *
     * @param known the lists
     * @return this
     */
    public Builder valueSets(ValueSets known) {
      valueSets = Objects.requireNonNull(known, "known");
      return this;
    }

    /**
     * Refuses certificates with a code nobody knows, instead of warning of it.
     *
     * @return this
     */
    public Builder refuseUnknownCodes() {
      unknownCodesRefused = true;
      return this;
    }

    /**
     * Refuses certificates of a test that found the disease, for whoever lets people in. Without
     * this a certificate is valid when it is what it says, and what it says is the caller's to
     * read.
     *
     * @return this
     */
    public Builder refusePositiveTests() {
      positiveTestsRefused = true;
      return this;
    }

    /**
     * Takes certificates that are not compressed, which the specifications forbid and some issuers
     * made.
     *
     * @return this
     */
    public Builder acceptUncompressed() {
      uncompressed = true;
      return this;
    }

    /**
     * Makes the verifier.
     *
     * @return the immutable verifier
     */
    public HcertVerifier build() {
      return new HcertVerifier(this);
    }
  }
}
