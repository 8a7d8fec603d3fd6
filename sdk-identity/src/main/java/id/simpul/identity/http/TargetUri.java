package id.simpul.identity.http;

import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import java.util.Locale;

/**
 * A target URI and its parts as RFC 9421, sections 2.2.2 to 2.2.7, derives them. Scheme and host
 * are lower-cased, the scheme's own port is left out and an empty path becomes a slash (RFC 9110,
 * 4.2.3), so that both sides write the same.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host, and port unless it is the scheme's own
 * @param path the path as sent, at least a slash
 * @param query a question mark and the query as sent, or {@code ""} when there is none
 */
record TargetUri(String scheme, String authority, String path, String query) {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  static TargetUri of(URI uri) throws Refused {
    String scheme = lower(uri.getScheme());
    boolean https = scheme.equals("https");
    if (!(https || scheme.equals("http"))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      throw new Refused(
          Reason.MALFORMED, "is no http or https URI without user and fragment", "@target-uri");
    }
    String host = lower(uri.getHost());
    int port = uri.getPort();
    boolean standard = port == -1 || port == (https ? HTTPS_PORT : HTTP_PORT);
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return new TargetUri(
        scheme,
        standard ? host : host + ":" + port,
        path.isEmpty() ? "/" : path,
        query == null ? "" : "?" + query);
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return scheme + "://" + authority + path + query;
  }
}
