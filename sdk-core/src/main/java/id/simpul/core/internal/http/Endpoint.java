package id.simpul.core.internal.http;

import id.simpul.core.operation.Params;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** Builds URLs below a base URL that is parsed once. Thread-safe. */
final class Endpoint {
  /** Paths whose URL is kept; there are hardly more without a variable in them. */
  static final int MAX_KEPT = 256;

  private final HttpUrl base;
  private final String prefix;
  private final Map<String, HttpUrl> kept = new ConcurrentHashMap<>();

  /**
   * Takes a base URL apart.
   *
   * @param baseUrl the URL
   * @throws IllegalArgumentException when it cannot be called, for a port or host that cannot be
   */
  Endpoint(URI baseUrl) {
    this.base = HttpUrl.get(baseUrl.toString());
    String path = base.encodedPath();
    this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * The URL of one request.
   *
   * @param path the path below the base, percent-encoded, with a leading slash; empty for the base
   *     itself
   * @param fixed whether the path holds no variable, so that its URL is worth keeping
   * @param query the query, empty for none
   */
  HttpUrl url(String path, boolean fixed, Params query) {
    HttpUrl url = fixed ? keptUrl(path) : build(path);
    return query.entries().isEmpty() ? url : with(url, FormEncoding.query(query));
  }

  // The endpoint's own query stays in front (RFC 6749, section 3.1, has it so too).
  private static HttpUrl with(HttpUrl url, String query) {
    String own = url.encodedQuery();
    String whole = own == null || own.isEmpty() ? query : own + "&" + query;
    return url.newBuilder().encodedQuery(whole).build();
  }

  private HttpUrl keptUrl(String path) {
    HttpUrl url = kept.get(path);
    if (url == null) {
      url = build(path);
      if (kept.size() < MAX_KEPT) {
        kept.put(path, url);
      }
    }
    return url;
  }

  private HttpUrl build(String path) {
    return path.isEmpty() ? base : base.newBuilder().encodedPath(prefix + path).build();
  }
}
