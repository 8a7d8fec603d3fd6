package id.simpul.core;

import java.net.URI;

/** The form of the URLs at which endpoints stand. */
final class EndpointUrl {
  private EndpointUrl() {}

  /** Checks what every endpoint has in common. */
  static URI check(URI url) {
    String scheme = url.getScheme();
    boolean http = "https".equals(scheme) || "http".equals(scheme);
    if (!http
        || url.getHost() == null
        || url.getRawFragment() != null
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "An endpoint is http(s)://host[:port]/path without fragment and user");
    }
    return url;
  }

  /** Checks an endpoint other paths are put below. */
  static URI checkBase(URI url) {
    check(url);
    if (url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "A base URL is http(s)://host[:port]/path without query, fragment and user");
    }
    return url;
  }
}
