package id.simpul.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The name of an agency or region in the federation: an {@code https} URL without query, fragment
 * and user (OpenID Federation 1.1, section 1.2). Compared character by character.
 *
 * @param value the URL
 */
public record EntityId(String value) {
  /** The longest entity identifier. */
  public static final int MAX_LENGTH = 2048;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Checks the form; plain {@code http} is taken for loopback hosts alone. */
  public EntityId {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An entity identifier has at most " + MAX_LENGTH + " characters");
    }
    URI uri;
    try {
      uri = new URI(value);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("An entity identifier is a URL", e);
    }
    boolean https = "https".equals(uri.getScheme());
    String host = uri.getHost();
    // A URL such as http:x has no host, and a Set.of does not take null.
    boolean loopback = host != null && "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    if (host == null
        || !(https || loopback)
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "An entity identifier is an https URL without query, fragment and user");
    }
  }

  /**
   * Whether this is a development name that production refuses.
   *
   * @return true for plain {@code http} on loopback
   */
  public boolean isInsecureLoopback() {
    return value.startsWith("http:");
  }

  @Override
  public String toString() {
    return value;
  }
}
