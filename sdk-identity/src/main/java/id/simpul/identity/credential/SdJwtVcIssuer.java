package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.credential.ConcealedClaims;
import id.simpul.identity.internal.credential.DigestAlgorithm;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.internal.credential.Salts;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.jose.JwsSigner;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Issues credentials of one type as SD-JWT VC. Each hidden claim gets a salt of 128 bits of its
 * own; digests are SHA-256, sorted. {@code iat} and {@code exp} are whole days of UTC, so that
 * copies issued together have them in common with all others of that day (RFC 9901, section 10.1).
 * Immutable; as thread-safe, and as quick to answer, as the key.
 */
public final class SdJwtVcIssuer {
  /** Default for the least lifetime of a credential. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(365);

  /** The shortest lifetime. */
  public static final Duration MIN_LIFETIME = Duration.ofDays(1);

  /** The longest lifetime: the ten years of an identity document. */
  public static final Duration MAX_LIFETIME = SdJwtVcVerifier.MAX_LIFETIME.minus(MIN_LIFETIME);

  /** Default for the most decoys beside the hidden members of one object. */
  public static final int DEFAULT_DECOYS = 4;

  /** The most decoys that can be asked for. */
  public static final int MAX_DECOYS = 64;

  private final EntityId issuer;
  private final String type;
  private final JwsSigner signer;
  private final Salts salts;
  private final Duration lifetime;
  private final int decoys;

  private SdJwtVcIssuer(Builder builder) {
    issuer = builder.issuer;
    type = builder.type;
    InstantSource clock = builder.clock;
    signer =
        new JwsSigner(
            Profiles.issued(SdJwtVcVerifier.MAX_LIFETIME),
            builder.key,
            () -> clock.instant().truncatedTo(ChronoUnit.DAYS));
    salts = new Salts(builder.random);
    // From the start of the first day, so one more than asked for: nothing ends early.
    lifetime = Duration.ofDays(wholeDays(builder.lifetime) + 1);
    decoys = builder.decoys;
  }

  /**
   * Starts an issuer.
   *
   * @param issuer its own identifier
   * @param key signs, here or in an HSM; verifiers find it in what is published of the issuer
   * @param type {@code vct}, best a URL with a version in it
   * @param clock says what time it is
   * @return a builder with the defaults
   */
  public static Builder builder(EntityId issuer, SigningKey key, String type, InstantSource clock) {
    return new Builder(issuer, key, type, clock);
  }

  /**
   * Issues one credential. What it returns was read back, so that no verifier of ours will find it
   * too large.
   *
   * @param content what it says, of whom and for whose key
   * @return the credential with every claim disclosed, for its holder
   * @throws TrustException {@code MALFORMED} when it would pass a limit of its verifiers, {@code
   *     KEY_UNUSABLE} when the key gives no signature of its algorithm's length
   */
  public IssuedCredential issue(CredentialContent content) {
    ConcealedClaims concealed =
        ConcealedClaims.of(content.claims(), content.selective(), salts, decoys);
    JsonObject payload = payload(content, concealed);
    String issuerJwt = signer.sign(payload, lifetime);
    SdJwtText text = SdJwtText.parse(SdJwtText.join(issuerJwt, concealed.disclosures()));
    DisclosedClaims.of(payload, text.disclosures());
    return new IssuedCredential(text.boundPart());
  }

  private static long wholeDays(Duration duration) {
    return duration.plusDays(1).minusNanos(1).toDays();
  }

  private JsonObject payload(CredentialContent content, ConcealedClaims concealed) {
    JsonObject.Builder payload = JsonObject.builder().put("iss", issuer.value()).put("vct", type);
    content.holder().ifPresent(key -> payload.put("cnf", HolderKey.toClaim(key)));
    content.status().ifPresent(status -> payload.put("status", status.toJson()));
    return payload
        .putAll(concealed.payload())
        .put(SdJwt.SD_ALG, DigestAlgorithm.SHA_256.word())
        .build();
  }

  /** The issuer and what it issues. */
  @Override
  public String toString() {
    return issuer + " issues " + type;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final EntityId issuer;
    private final SigningKey key;
    private final String type;
    private final InstantSource clock;
    private SecureRandom random = new SecureRandom();
    private Duration lifetime = DEFAULT_LIFETIME;
    private int decoys = DEFAULT_DECOYS;

    private Builder(EntityId issuer, SigningKey key, String type, InstantSource clock) {
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      this.key = Objects.requireNonNull(key, "key");
      this.type = CredentialType.check(type);
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sets where salts come from.
     *
     * @param source a strong source; default: {@code new SecureRandom()}
     * @return this
     */
    public Builder random(SecureRandom source) {
      random = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets how long a credential holds at least: this long, and to the end of the last day.
     *
     * @param duration {@link SdJwtVcIssuer#MIN_LIFETIME} to {@link SdJwtVcIssuer#MAX_LIFETIME},
     *     rounded up to whole days; default: {@link SdJwtVcIssuer#DEFAULT_LIFETIME}
     * @return this
     */
    public Builder lifetime(Duration duration) {
      if (duration.compareTo(MIN_LIFETIME) < 0 || duration.compareTo(MAX_LIFETIME) > 0) {
        throw new IllegalArgumentException(
            "A lifetime lies between " + MIN_LIFETIME + " and " + MAX_LIFETIME);
      }
      lifetime = duration;
      return this;
    }

    /**
     * Sets how many digests of nothing stand at most beside those of hidden members, so that their
     * number says little of what is hidden (RFC 9901, section 4.2.5). Each object gets a number
     * drawn anew.
     *
     * @param most zero to {@link SdJwtVcIssuer#MAX_DECOYS}; default: {@link
     *     SdJwtVcIssuer#DEFAULT_DECOYS}
     * @return this
     */
    public Builder decoys(int most) {
      if (most < 0 || most > MAX_DECOYS) {
        throw new IllegalArgumentException("decoys lie between 0 and " + MAX_DECOYS);
      }
      decoys = most;
      return this;
    }

    /**
     * Makes the issuer.
     *
     * @return the immutable issuer
     */
    public SdJwtVcIssuer build() {
      return new SdJwtVcIssuer(this);
    }
  }
}
