package id.simpul.health;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where SATUSEHAT stands. Every base can be overridden. An access token and the client's secret go
 * to the origins listed and nowhere else, whatever a base, a link or a redirect says; all of them
 * are {@code https}, but in an environment made by {@link #dangerouslyOnLoopback}. Immutable.
 */
public final class SatuSehatEnvironment {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Where integrations are tried out. */
  public static final SatuSehatEnvironment STAGING =
      at(URI.create("https://api-satusehat-stg.dto.kemkes.go.id"))
          // Every recorded page of a search links to the next under this name.
          .withPageHost(URI.create("https://api-satusehat-dev.dto.kemkes.go.id"));

  /** Where people's records are. */
  public static final SatuSehatEnvironment PRODUCTION =
      at(URI.create("https://api-satusehat.kemkes.go.id"));

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final Map<SatuSehatService, URI> bases;
  private final Set<String> tokenOrigins;
  private final Set<String> pageOrigins;
  private final boolean onLoopback;

  private SatuSehatEnvironment(
      Map<SatuSehatService, URI> bases,
      Set<String> tokenOrigins,
      Set<String> pageOrigins,
      boolean onLoopback) {
    this.pageOrigins = Set.copyOf(pageOrigins);
    this.bases = Map.copyOf(bases);
    this.tokenOrigins = Set.copyOf(tokenOrigins);
    this.onLoopback = onLoopback;
    for (SatuSehatService service : SatuSehatService.values()) {
      URI base = bases.get(service);
      if (base == null) {
        throw new IllegalArgumentException("No base for " + service);
      }
      checkForm(base, onLoopback);
      if (!tokenOrigins.contains(origin(base))) {
        throw new IllegalArgumentException(
            "The base of " + service + " is at an origin no token may go to; list it too");
      }
    }
  }

  /**
   * All services at one host, under the paths they have at SATUSEHAT's.
   *
   * @param host {@code https://host}, with a port or path if need be
   * @return the environment
   * @throws IllegalArgumentException when the URL is of another form
   */
  public static SatuSehatEnvironment at(URI host) {
    if (!"https".equals(host.getScheme())) {
      throw new IllegalArgumentException("An environment is https://host");
    }
    return below(host, false);
  }

  /**
   * All services at this machine itself, without TLS: for tests and development alone. Secrets and
   * health records travel in the clear.
   *
   * @param host {@code http://localhost}, {@code http://127.0.0.1} or {@code http://[::1]}, with a
   *     port if need be
   * @return the environment
   * @throws IllegalArgumentException when the URL names another host
   */
  public static SatuSehatEnvironment dangerouslyOnLoopback(URI host) {
    if (!isLoopback(host)) {
      throw new IllegalArgumentException("Only this machine itself goes without TLS");
    }
    return below(host, true);
  }

  private static SatuSehatEnvironment below(URI host, boolean onLoopback) {
    checkForm(host, onLoopback);
    String text = host.toString();
    String root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    Map<SatuSehatService, URI> bases = new EnumMap<>(SatuSehatService.class);
    for (SatuSehatService service : SatuSehatService.values()) {
      bases.put(service, URI.create(root + service.path()));
    }
    return new SatuSehatEnvironment(bases, Set.of(origin(host)), Set.of(), onLoopback);
  }

  /**
   * This environment with one service elsewhere, at an origin it may send tokens to already.
   *
   * @param service the service
   * @param base its base
   * @return a copy
   * @throws IllegalArgumentException when the URL is of another form, or its origin is not listed
   */
  public SatuSehatEnvironment with(SatuSehatService service, URI base) {
    Objects.requireNonNull(service, "service");
    Map<SatuSehatService, URI> other = new EnumMap<>(bases);
    other.put(service, base);
    return new SatuSehatEnvironment(other, tokenOrigins, pageOrigins, onLoopback);
  }

  /**
   * This environment with one more origin that tokens may go to.
   *
   * @param host {@code https://host}, with a port if need be; its path does not matter
   * @return a copy
   * @throws IllegalArgumentException when the URL is of another form
   */
  public SatuSehatEnvironment trusting(URI host) {
    checkForm(host, onLoopback);
    Set<String> other = new HashSet<>(tokenOrigins);
    other.add(origin(host));
    return new SatuSehatEnvironment(bases, other, pageOrigins, onLoopback);
  }

  /**
   * This environment with one more name its server calls itself by in links to a next page. Nothing
   * is sent there: of such a link only the query is used, and that at the base of the FHIR service.
   *
   * @param host {@code https://host}, with a port if need be; its path does not matter
   * @return a copy
   * @throws IllegalArgumentException when the URL is of another form
   */
  public SatuSehatEnvironment withPageHost(URI host) {
    checkForm(host, onLoopback);
    Set<String> other = new HashSet<>(pageOrigins);
    other.add(origin(host));
    return new SatuSehatEnvironment(bases, tokenOrigins, other, onLoopback);
  }

  /**
   * Whether a link to a next page names the FHIR service, or a name its server is known to use.
   *
   * @param link the absolute URL of a link
   * @return true when it does
   */
  public boolean isPageOrigin(URI link) {
    return link.getHost() != null
        && link.getScheme() != null
        && (pageOrigins.contains(origin(link))
            || origin(link).equals(origin(base(SatuSehatService.FHIR))));
  }

  /**
   * The base of a service.
   *
   * @param service the service
   * @return its URL
   */
  public URI base(SatuSehatService service) {
    return Objects.requireNonNull(bases.get(service), "service");
  }

  /**
   * The origins of every server that may see a token.
   *
   * @return {@code scheme://host:port} each, unmodifiable
   */
  public Set<String> tokenOrigins() {
    return tokenOrigins;
  }

  /**
   * Whether a token may be sent to a URL.
   *
   * @param target the absolute URL of a request
   * @return true when its origin is listed
   */
  public boolean mayCarryToken(URI target) {
    return target.getHost() != null && tokenOrigins.contains(origin(target));
  }

  private static void checkForm(URI url, boolean onLoopback) {
    boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
    if (!(secure || (onLoopback && isLoopback(url)))
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "A base is https://host[:port]/path without query, fragment and user");
    }
  }

  private static boolean isLoopback(URI url) {
    return "http".equals(url.getScheme())
        && url.getHost() != null
        && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
  }

  private static String origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int port = url.getPort();
    if (port < 0) {
      port = "https".equals(scheme) ? HTTPS_PORT : HTTP_PORT;
    }
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SatuSehatEnvironment that
        && bases.equals(that.bases)
        && tokenOrigins.equals(that.tokenOrigins)
        && pageOrigins.equals(that.pageOrigins)
        && onLoopback == that.onLoopback;
  }

  @Override
  public int hashCode() {
    return Objects.hash(bases, tokenOrigins, pageOrigins, onLoopback);
  }

  @Override
  public String toString() {
    return "SatuSehatEnvironment[" + bases.get(SatuSehatService.FHIR) + "]";
  }
}
