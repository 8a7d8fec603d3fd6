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

  private static final String HTTPS = "https://";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Checks the form; plain {@code http} is taken for loopback hosts alone. */
  public EntityId {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An entity identifier has at most " + MAX_LENGTH + " characters");
    }
    if (!isPlain(value)) {
      check(value);
    }
  }

  /**
   * Whether it is {@code https}, a host of lower-case labels and a path of unreserved characters.
   * Nearly all are, every signed message names one, and reading a URI takes ten times as long.
   */
  private static boolean isPlain(String value) {
    if (!value.startsWith(HTTPS)) {
      return false;
    }
    int path = value.indexOf('/', HTTPS.length());
    int end = path < 0 ? value.length() : path;
    int label = HTTPS.length();
    for (int dot = value.indexOf('.', label);
        dot >= 0 && dot < end;
        dot = value.indexOf('.', label)) {
      if (!isLabel(value, label, dot)) {
        return false;
      }
      label = dot + 1;
    }
    return isLabel(value, label, end) && isLetter(value.charAt(label)) && isPath(value, end);
  }

  /** RFC 1123, section 2.1; the last label of a host starts with a letter besides. */
  private static boolean isLabel(String value, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = value.charAt(i);
      boolean inside = i > from && i < to - 1;
      if (!(isLetter(c) || isDigit(c) || (c == '-' && inside))) {
        return false;
      }
    }
    return from < to;
  }

  /** RFC 3986, section 3.3, without escapes. */
  private static boolean isPath(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(isLetter(c) || isDigit(c) || c == '/' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void check(String value) {
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
