package id.simpul.identity.credential;

import id.simpul.identity.CryptoProviders;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.jose.PublicJwk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier of SD-JWT VC takes: which types, from whom, and how their status is looked up.
 * Whether the presenter must prove to hold the key is decided here, by {@link #requiringKeyBinding}
 * or {@link #withoutKeyBinding}, and never by what was presented (RFC 9901, section 9.5).
 * Immutable, thread-safe.
 *
 * <p>Stricter than the standards where they leave a choice: {@code iss}, {@code iat} and {@code
 * exp} must be there and open; {@code aud} must not; keys come from the {@link TrustResolver}
 * alone, so {@code x5c}, {@code jwk} and addresses in the header are refused; a {@code kid} is a
 * name the issuer publishes the key under or its thumbprint, and may be absent only when the issuer
 * has a single key. Type metadata is not fetched, and {@code aka_vcts} is not followed: the type is
 * {@code vct}. Of the serialisations only the compact one is spoken.
 */
public final class SdJwtVcVerifier {
  /** The most characters of a presentation, all its parts together. */
  public static final int MAX_LENGTH = SdJwt.MAX_LENGTH;

  /** The most characters of the part its issuer signed. */
  public static final int MAX_ISSUER_JWT_LENGTH = SdJwt.MAX_ISSUER_JWT_LENGTH;

  /** The most characters of a type, {@code vct}. */
  public static final int MAX_TYPE_LENGTH = CredentialType.MAX_LENGTH;

  /** The most disclosures. */
  public static final int MAX_DISCLOSURES = SdJwt.MAX_DISCLOSURES;

  /** The deepest nesting of objects and arrays; the claims themselves are the first level. */
  public static final int MAX_DEPTH = SdJwt.MAX_DEPTH;

  /**
   * Default for the longest lifetime of a credential, and the most it can be: ten years, and the
   * day that is added when an issuer rounds its times to whole days.
   */
  public static final Duration MAX_LIFETIME = Duration.ofDays(3654);

  private final CredentialCheck check;
  private final StatusGate status;
  private final InstantSource clock;

  private SdJwtVcVerifier(Builder builder) {
    Terms terms =
        new Terms(Set.copyOf(builder.types), builder.policy, builder.maxLifetime, builder.binding);
    check = new CredentialCheck(builder.trust, terms, builder.clock);
    status = new StatusGate(builder.statusChecker, builder.ignoresStatus);
    clock = builder.clock;
  }

  /** What is taken, from whom, how long it may live, and who computes with the holder's key. */
  record Terms(
      Set<String> types,
      IssuerPolicy policy,
      Duration maxLifetime,
      UnaryOperator<PublicJwk> binding) {}

  /**
   * Starts a verifier.
   *
   * @param trust whose keys to believe
   * @param policy who of them may issue what
   * @param types the values of {@code vct} to take, at least one, compared character by character
   * @param clock says what time it is
   * @return a builder with the defaults
   */
  public static Builder builder(
      TrustResolver trust, IssuerPolicy policy, Collection<String> types, InstantSource clock) {
    return new Builder(trust, policy, types, clock);
  }

  /**
   * A verifier of presentations whose presenter must prove to hold the key in the credential.
   *
   * @param audience this verifier's own identifier, as the presenter is told it; 1 to {@link
   *     KeyBindingChallenge#MAX_AUDIENCE_LENGTH} characters
   * @param nonces remembers what was presented, so that it counts once
   * @return the verifier
   */
  public HolderBoundVerifier requiringKeyBinding(String audience, NonceStore nonces) {
    return new HolderBoundVerifier(check, status, new BindingCheck(audience, nonces, clock));
  }

  /**
   * A verifier of credentials that count whoever presents them. Right for what is public anyway,
   * and for nothing that speaks of the presenter.
   *
   * @return the verifier
   */
  public BearerVerifier withoutKeyBinding() {
    return new BearerVerifier(check, status);
  }

  CredentialCheck check() {
    return check;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final TrustResolver trust;
    private final IssuerPolicy policy;
    private final Collection<String> types;
    private final InstantSource clock;
    private Duration maxLifetime = MAX_LIFETIME;
    private @Nullable StatusChecker statusChecker;
    private boolean ignoresStatus;
    private UnaryOperator<PublicJwk> binding = UnaryOperator.identity();

    private Builder(
        TrustResolver trust, IssuerPolicy policy, Collection<String> types, InstantSource clock) {
      this.trust = Objects.requireNonNull(trust, "trust");
      this.policy = Objects.requireNonNull(policy, "policy");
      this.clock = Objects.requireNonNull(clock, "clock");
      this.types = Set.copyOf(types);
      if (types.isEmpty()) {
        throw new IllegalArgumentException("A verifier takes at least one type");
      }
      types.forEach(CredentialType::check);
    }

    /**
     * Sets who is asked whether a credential still holds. Default: nobody, and a credential that
     * names a status list is refused.
     *
     * @param checker is asked last, when all else was verified
     * @return this
     */
    public Builder statusChecker(StatusChecker checker) {
      statusChecker = Objects.requireNonNull(checker, "checker");
      return this;
    }

    /**
     * Takes credentials without asking whether they were revoked. For readers that cannot know,
     * such as one without a network, and where that is acceptable. Excludes {@link #statusChecker}.
     *
     * @return this
     */
    public Builder ignoreRevocation() {
      ignoresStatus = true;
      return this;
    }

    /**
     * Sets the longest time from {@code iat} to {@code exp}.
     *
     * @param longest a positive duration up to {@link SdJwtVcVerifier#MAX_LIFETIME}, the default
     * @return this
     */
    public Builder maxLifetime(Duration longest) {
      if (longest.isNegative() || longest.isZero() || longest.compareTo(MAX_LIFETIME) > 0) {
        throw new IllegalArgumentException("A lifetime lies between 0 and " + MAX_LIFETIME);
      }
      maxLifetime = longest;
      return this;
    }

    /**
     * Sets which library computes with the holders' keys, which come with the credentials. The
     * issuers' stay in the hands they are in.
     *
     * @param providers the choice; default: Bouncy Castle
     * @return this
     */
    public Builder cryptoProviders(CryptoProviders providers) {
      Objects.requireNonNull(providers, "providers");
      binding = key -> key.bind(providers);
      return this;
    }

    /**
     * Makes the verifier.
     *
     * @return the immutable verifier
     * @throws IllegalStateException when it is both to ask for the status and to ignore revocation
     */
    public SdJwtVcVerifier build() {
      if (ignoresStatus && statusChecker != null) {
        throw new IllegalStateException("A verifier asks for the status or ignores revocation");
      }
      return new SdJwtVcVerifier(this);
    }
  }
}
