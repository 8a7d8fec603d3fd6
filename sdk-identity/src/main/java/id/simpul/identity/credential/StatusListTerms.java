package id.simpul.identity.credential;

import id.simpul.identity.EntityId;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * What a status list looks like and how long its tokens are good. Issuer, address, bits and entries
 * of a list never change once a credential names it. Immutable.
 */
public final class StatusListTerms {
  /** The default of {@link #bits()}, room for suspension. */
  public static final int DEFAULT_BITS = 2;

  /**
   * The default of {@link #entries()}. Whoever asks for a list hides among its entries, so a list
   * should be large, and used for many credentials of one kind.
   */
  public static final int DEFAULT_ENTRIES = 1 << 17;

  /** The most bytes a list of ours has, so that its token stays within the limit of verifiers. */
  public static final int MAX_LIST_BYTES = 1024 * 1024;

  /** The default of {@link #ttl()}. */
  public static final Duration DEFAULT_TTL = Duration.ofHours(1);

  /** The default of {@link #lifetime()}: a week of holidays with a dead machine. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(7);

  private final EntityId issuer;
  private final URI uri;
  private final int bits;
  private final int entries;
  private final Duration ttl;
  private final Duration lifetime;

  private StatusListTerms(Builder builder) {
    issuer = builder.issuer;
    uri = builder.uri;
    bits = builder.bits;
    entries = builder.entries;
    ttl = builder.ttl;
    lifetime = builder.lifetime;
  }

  /**
   * Starts the terms of a list.
   *
   * @param issuer who issues the credentials and signs the list
   * @param uri where the list is published, by the rules of {@link StatusReference#uri()}
   * @return a builder with the defaults
   */
  public static Builder builder(EntityId issuer, URI uri) {
    return new Builder(issuer, uri);
  }

  /**
   * Who signs the list.
   *
   * @return the issuer
   */
  public EntityId issuer() {
    return issuer;
  }

  /**
   * Where the list is published.
   *
   * @return its address, which is also its name
   */
  public URI uri() {
    return uri;
  }

  /**
   * The bits of a status.
   *
   * @return 1, 2, 4 or 8
   */
  public int bits() {
    return bits;
  }

  /**
   * How many statuses the list holds.
   *
   * @return a positive number
   */
  public int entries() {
    return entries;
  }

  /**
   * How many places are given out before the next list is due: three quarters, because places are
   * drawn at random and the last ones would be hard to find.
   *
   * @return at least one
   */
  public int places() {
    return entries - entries / 4;
  }

  /**
   * How long a token may be kept before it is fetched again: how long a revocation may take to be
   * seen.
   *
   * @return {@link StatusListVerifier#MIN_TTL} to {@link StatusListVerifier#MAX_TTL}
   */
  public Duration ttl() {
    return ttl;
  }

  /**
   * How long a token is good at most: how long verifiers can do without the issuer, and how long an
   * old list can be played back.
   *
   * @return {@link #ttl()} to {@link StatusListVerifier#MAX_LIFETIME}
   */
  public Duration lifetime() {
    return lifetime;
  }

  @Override
  public String toString() {
    return "status list " + uri;
  }

  /** Collects what differs from the defaults. Not thread-safe. */
  public static final class Builder {
    private final EntityId issuer;
    private final URI uri;
    private int bits = DEFAULT_BITS;
    private int entries = DEFAULT_ENTRIES;
    private Duration ttl = DEFAULT_TTL;
    private Duration lifetime = DEFAULT_LIFETIME;

    private Builder(EntityId issuer, URI uri) {
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      StatusReference.checkAddress(uri);
      this.uri = uri;
    }

    /**
     * Sets {@link StatusListTerms#bits()} and {@link StatusListTerms#entries()}.
     *
     * @param bitsOfAStatus 1, 2, 4 or 8
     * @param numberOfEntries at least one, and at most {@link StatusListTerms#MAX_LIST_BYTES} bytes
     *     of them
     * @return this
     */
    public Builder size(int bitsOfAStatus, int numberOfEntries) {
      StatusList.checkShape(bitsOfAStatus, numberOfEntries, MAX_LIST_BYTES);
      bits = bitsOfAStatus;
      entries = numberOfEntries;
      return this;
    }

    /**
     * Sets {@link StatusListTerms#ttl()}.
     *
     * @param untilFetchedAgain {@link StatusListVerifier#MIN_TTL} to {@link
     *     StatusListVerifier#MAX_TTL}
     * @return this
     */
    public Builder ttl(Duration untilFetchedAgain) {
      if (untilFetchedAgain.compareTo(StatusListVerifier.MIN_TTL) < 0
          || untilFetchedAgain.compareTo(StatusListVerifier.MAX_TTL) > 0) {
        throw new IllegalArgumentException("A ttl lies between a minute and a day");
      }
      ttl = untilFetchedAgain;
      return this;
    }

    /**
     * Sets {@link StatusListTerms#lifetime()}.
     *
     * @param untilExpired the {@code ttl} to {@link StatusListVerifier#MAX_LIFETIME}
     * @return this
     */
    public Builder lifetime(Duration untilExpired) {
      lifetime = Objects.requireNonNull(untilExpired, "untilExpired");
      return this;
    }

    /**
     * Makes the terms.
     *
     * @return the immutable terms
     */
    public StatusListTerms build() {
      if (lifetime.compareTo(ttl) < 0 || lifetime.compareTo(StatusListVerifier.MAX_LIFETIME) > 0) {
        throw new IllegalArgumentException(
            "A lifetime lies between the ttl and " + StatusListVerifier.MAX_LIFETIME);
      }
      return new StatusListTerms(this);
    }
  }
}
