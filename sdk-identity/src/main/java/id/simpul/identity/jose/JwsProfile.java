package id.simpul.identity.jose;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.internal.jose.JoseJson;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class of tokens may look like. A token that differs is refused before its signature is
 * looked at. Immutable, thread-safe.
 *
 * <p>Of RFC 7515 only the compact serialisation (section 3.1) is spoken. The header holds {@code
 * alg}, {@code kid} and the {@code typ} of the class, plus what {@link Builder#header} allows. No
 * profile allows a member that names an address ({@code jku}, {@code x5u}), changes the payload
 * ({@code b64} of RFC 7797, {@code zip}) or belongs to encryption; {@code jwk} stands only in
 * tokens that prove possession of the key they carry; {@code crit} is refused because no extension
 * is understood (section 4.1.11).
 */
public final class JwsProfile {
  /** Default for {@link #maxLength()}. */
  public static final int DEFAULT_MAX_LENGTH = 16 * 1024;

  /** Default for {@link #maxStringLength()}. */
  public static final int DEFAULT_MAX_STRING_LENGTH = JoseJson.MAX_STRING_LENGTH;

  /** The most that {@link #maxLength()} can be. */
  public static final int MAX_LENGTH = 2 * 1024 * 1024;

  /** Default for {@link #maxLifetime()}. */
  public static final Duration DEFAULT_MAX_LIFETIME = Duration.ofSeconds(60);

  /** Default for {@link #leeway()}, and the most it can be. */
  public static final Duration MAX_LEEWAY = Duration.ofSeconds(60);

  /** Where the key comes from that a token is verified with. */
  enum KeySource {
    /** {@code kid} names a key in the set of the expected signer. */
    KEY_SET("the key set of its signer"),
    /** The verifier knows the one key; {@code kid} may be absent. */
    CONTEXT("the caller, who knows it"),
    /** {@code jwk} in the header, which proves possession and no identity. */
    EMBEDDED("the token itself");

    private final String from;

    KeySource(String from) {
      this.from = from;
    }

    String from() {
      return from;
    }
  }

  /** Whether a token says until when it is good. */
  enum Expiry {
    /** {@code exp} must be there. */
    REQUIRED,
    /** {@code exp} counts when it is there; otherwise its age does. */
    OPTIONAL,
    /** It is good for a fixed time after {@code iat}, or until {@code exp} when that is earlier. */
    BY_AGE,
    /** {@code exp} counts when it is there; otherwise it is good for ever. */
    ENDLESS
  }

  private static final Set<String> ALWAYS = Set.of("alg");
  private static final Set<String> NEVER =
      Set.of("b64", "crit", "enc", "epk", "jku", "jwk", "p2c", "p2s", "typ", "x5u", "zip");

  private final @Nullable String typ;
  private final int maxLength;
  private final int maxStringLength;
  private final KeySource keySource;
  private final Expiry expiry;
  private final Set<SignatureAlgorithm> algorithms;
  private final Set<String> headers;
  private final Duration maxLifetime;
  private final Duration leeway;

  private JwsProfile(Builder builder) {
    typ = builder.typ;
    maxLength = builder.maxLength;
    maxStringLength = builder.maxStringLength;
    keySource = builder.keySource;
    expiry = builder.expiry;
    algorithms = Set.copyOf(builder.algorithms);
    headers = Set.copyOf(builder.headers);
    maxLifetime = builder.maxLifetime;
    leeway = builder.leeway;
  }

  /**
   * Starts the profile of a typed token.
   *
   * @param typ the only value of {@code typ}, for example {@code entity-statement+jwt}; compared
   *     character by character, without the prefix {@code application/} (RFC 8725, section 3.11)
   * @return a builder with the defaults
   */
  public static Builder typed(String typ) {
    if (typ.isEmpty() || typ.toLowerCase(Locale.ROOT).startsWith("application/")) {
      throw new IllegalArgumentException("A typ is a media type without application/");
    }
    return new Builder(typ);
  }

  /**
   * Starts the profile of a token that must not have a {@code typ}. Anything of ours has one.
   *
   * @return a builder with the defaults
   */
  public static Builder untyped() {
    return new Builder(null);
  }

  /**
   * The value of {@code typ}.
   *
   * @return the type, or empty when there must be none
   */
  public Optional<String> typ() {
    return Optional.ofNullable(typ);
  }

  /**
   * The longest token.
   *
   * @return characters, {@link #DEFAULT_MAX_LENGTH} by default
   */
  public int maxLength() {
    return maxLength;
  }

  /**
   * The longest string inside the payload.
   *
   * @return characters, {@link #DEFAULT_MAX_STRING_LENGTH} by default
   */
  public int maxStringLength() {
    return maxStringLength;
  }

  KeySource keySource() {
    return keySource;
  }

  Expiry expiry() {
    return expiry;
  }

  /**
   * The algorithms a key may have.
   *
   * @return all of {@link SignatureAlgorithm} by default
   */
  public Set<SignatureAlgorithm> algorithms() {
    return algorithms;
  }

  /**
   * The longest time from {@code iat} to {@code exp}; without {@code exp}, how old a token may be.
   *
   * @return a positive duration, {@link #DEFAULT_MAX_LIFETIME} by default
   */
  public Duration maxLifetime() {
    return maxLifetime;
  }

  /**
   * How far two clocks may differ.
   *
   * @return zero to {@link #MAX_LEEWAY}, which is the default
   */
  public Duration leeway() {
    return leeway;
  }

  boolean allowsHeader(String name) {
    return switch (name) {
      case "typ" -> typ != null;
      case "kid" -> keySource != KeySource.EMBEDDED;
      case "jwk" -> keySource == KeySource.EMBEDDED;
      default -> headers.contains(name);
    };
  }

  @Override
  public String toString() {
    return typ == null ? "untyped JWS" : typ;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final @Nullable String typ;
    private final Set<String> headers = new HashSet<>(ALWAYS);
    private int maxLength = DEFAULT_MAX_LENGTH;
    private int maxStringLength = DEFAULT_MAX_STRING_LENGTH;
    private KeySource keySource = KeySource.KEY_SET;
    private Expiry expiry = Expiry.REQUIRED;
    private Set<SignatureAlgorithm> algorithms = EnumSet.allOf(SignatureAlgorithm.class);
    private Duration maxLifetime = DEFAULT_MAX_LIFETIME;
    private Duration leeway = MAX_LEEWAY;

    private Builder(@Nullable String typ) {
      this.typ = typ;
    }

    /**
     * Sets {@link JwsProfile#maxLength()}.
     *
     * @param characters 1 to {@link JwsProfile#MAX_LENGTH}
     * @return this
     */
    public Builder maxLength(int characters) {
      if (characters < 1 || characters > MAX_LENGTH) {
        throw new IllegalArgumentException("maxLength lies between 1 and " + MAX_LENGTH);
      }
      maxLength = characters;
      return this;
    }

    /**
     * Sets {@link JwsProfile#maxStringLength()}, for payloads that carry other tokens or lists.
     *
     * @param characters 1 to {@link JwsProfile#MAX_LENGTH}
     * @return this
     */
    public Builder maxStringLength(int characters) {
      if (characters < 1 || characters > MAX_LENGTH) {
        throw new IllegalArgumentException("maxStringLength lies between 1 and " + MAX_LENGTH);
      }
      maxStringLength = characters;
      return this;
    }

    /**
     * Lets a token do without {@code kid}, because its verifier knows the one key it can be signed
     * with, such as a holder's {@code cnf}.
     *
     * @return this
     */
    public Builder keyOfContext() {
      keySource = KeySource.CONTEXT;
      return this;
    }

    /**
     * Has a token carry the public key it is signed with as {@code jwk} (RFC 7515, section 4.1.3),
     * and no {@code kid}. Such a token proves that its sender holds the key, and not who that is.
     *
     * @return this
     */
    public Builder embeddedKey() {
      keySource = KeySource.EMBEDDED;
      return this;
    }

    /**
     * Lets a token do without {@code exp}; then it is good for {@link JwsProfile#maxLifetime()}
     * after {@code iat}. When it is there, it counts.
     *
     * @return this
     */
    public Builder optionalExpiry() {
      expiry = Expiry.OPTIONAL;
      return this;
    }

    /**
     * Lets a token do without {@code exp} and be good for ever, for what is ended in another way.
     *
     * @return this
     */
    public Builder withoutEnd() {
      expiry = Expiry.ENDLESS;
      return this;
    }

    /**
     * Takes tokens that are not older than this; an {@code exp} can only shorten that.
     *
     * @param oldest a positive duration, measured from {@code iat} without leeway
     * @return this
     */
    public Builder expiryByAge(Duration oldest) {
      expiry = Expiry.BY_AGE;
      return maxLifetime(oldest);
    }

    /**
     * Sets {@link JwsProfile#algorithms()}.
     *
     * @param allowed at least one
     * @return this
     */
    public Builder algorithms(Collection<SignatureAlgorithm> allowed) {
      if (allowed.isEmpty()) {
        throw new IllegalArgumentException("A profile allows an algorithm");
      }
      algorithms = EnumSet.copyOf(allowed);
      return this;
    }

    /**
     * Allows one more header member. It is covered by the signature and never acted upon.
     *
     * @param name a name that no profile forbids, for example {@code trust_chain}
     * @return this
     */
    public Builder header(String name) {
      if (NEVER.contains(name)) {
        throw new IllegalArgumentException("No profile allows " + name);
      }
      headers.add(Objects.requireNonNull(name, "name"));
      return this;
    }

    /**
     * Sets {@link JwsProfile#maxLifetime()}.
     *
     * @param longest a positive duration
     * @return this
     */
    public Builder maxLifetime(Duration longest) {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("A lifetime is positive");
      }
      maxLifetime = longest;
      return this;
    }

    /**
     * Sets {@link JwsProfile#leeway()}.
     *
     * @param difference zero to {@link JwsProfile#MAX_LEEWAY}
     * @return this
     */
    public Builder leeway(Duration difference) {
      if (difference.isNegative() || difference.compareTo(MAX_LEEWAY) > 0) {
        throw new IllegalArgumentException("A leeway lies between 0 and " + MAX_LEEWAY);
      }
      leeway = difference;
      return this;
    }

    /**
     * Makes the profile.
     *
     * @return the immutable profile
     */
    public JwsProfile build() {
      return new JwsProfile(this);
    }
  }
}
