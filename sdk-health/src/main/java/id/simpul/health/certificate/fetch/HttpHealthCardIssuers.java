package id.simpul.health.certificate.fetch;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.health.certificate.CardRevocationCheck;
import id.simpul.health.certificate.CardRevocationQuestion;
import id.simpul.health.certificate.HealthCardKeys;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.health.internal.fetch.Fetches;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys and revoked cards of listed issuers of SMART Health Cards, fetched from where the framework
 * has them (1.4, "Determining keys" and "Revocation"). An issuer that is not listed is asked for
 * nothing. Answers are kept; an issuer that fails is left alone for a while, and what it said last
 * stays good for a day. {@code crlVersion} of a key says when its list of revoked cards is fetched
 * anew. Thread-safe; close it when done.
 */
public final class HttpHealthCardIssuers
    implements HealthCardKeys, CardRevocationCheck, AutoCloseable {
  /** How long keys are used before they are asked for again. */
  public static final Duration KEEP = Duration.ofHours(1);

  /** How long they are used when asking again fails. */
  public static final Duration MAX_AGE = Duration.ofDays(1);

  /** How long an issuer that failed is left alone. */
  public static final Duration PAUSE = Duration.ofMinutes(1);

  /** The most issuers. */
  public static final int MAX_ISSUERS = 4_096;

  /** Where the revoked cards of a key stand below an issuer, before the key's name. */
  static final String REVOKED = "/.well-known/crl/";

  /** A thumbprint in base64url, which is what the name of such a key is. */
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Fetches fetches;
  private final Map<String, CardIssuer> issuers;

  /**
   * Makes a fetcher.
   *
   * @param issuers whom it may ask: addresses without a slash at their end
   * @param addresses where it may connect to: {@link AddressPolicy#publicOnly()}, perhaps with
   *     networks of one's own
   * @param clock says how old an answer is
   * @throws IllegalArgumentException for a policy that looks at no addresses, or more than {@link
   *     #MAX_ISSUERS}
   */
  public HttpHealthCardIssuers(
      Collection<String> issuers, AddressPolicy addresses, InstantSource clock) {
    this(
        issuers,
        ClientConfig.builder(ClientConfig.NO_BASE_URL).addressPolicy(addresses).build(),
        clock);
  }

  /**
   * Makes a fetcher over a configuration, for an observer or for certificates of one's own. Its
   * base URL, retries, timeouts and limits are not used.
   *
   * @param issuers whom it may ask
   * @param config the configuration, with a policy that restricts addresses
   * @param clock says how old an answer is
   * @throws IllegalArgumentException when its policy looks at no addresses, or for more than {@link
   *     #MAX_ISSUERS}
   */
  public HttpHealthCardIssuers(
      Collection<String> issuers, ClientConfig config, InstantSource clock) {
    if (issuers.size() > MAX_ISSUERS) {
      throw new IllegalArgumentException("At most " + MAX_ISSUERS + " issuers");
    }
    Objects.requireNonNull(clock, "clock");
    fetches = new Fetches(config);
    this.issuers =
        issuers.stream()
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), issuer -> new CardIssuer(issuer, fetches, clock)));
  }

  @Override
  public byte[] jwks(String issuer) {
    CardIssuer listed = issuers.get(issuer);
    if (listed == null) {
      throw new TrustException(
          Reason.UNKNOWN_ENTITY, "health card", "names an issuer that is not listed", "iss");
    }
    return listed.keys();
  }

  @Override
  public Status ask(CardRevocationQuestion question) {
    CardIssuer listed = issuers.get(question.issuer());
    return listed == null || !KID.matcher(question.kid()).matches()
        ? Status.UNKNOWN
        : listed.ask(question);
  }

  /** Ends it: fetches that still run fail. */
  @Override
  public void close() {
    fetches.close();
  }

  @Override
  public String toString() {
    return "fetcher for " + issuers.size() + " issuers of health cards";
  }
}
