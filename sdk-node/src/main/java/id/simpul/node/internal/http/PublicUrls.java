package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The URLs this node is known by: its own and those of its gateways. All come from configuration; a
 * request's {@code Host} can only choose among them, and {@code X-Forwarded-*} is never read.
 *
 * @param base the node's own base URL, without a slash at its end
 * @param aliases other base URLs under which a gateway offers it
 */
public record PublicUrls(URI base, List<URI> aliases) {
  /** Copies the aliases. */
  public PublicUrls {
    Objects.requireNonNull(base, "base");
    aliases = List.copyOf(aliases);
  }

  /**
   * The URI a sender meant.
   *
   * @param headers the request's fields
   * @param target path and query as received
   * @return the absolute target URI
   */
  URI target(Headers headers, String target) {
    String host = headers.first("Host").orElse("");
    URI chosen =
        aliases.stream()
            .filter(a -> authority(a, a.getAuthority()).equals(authority(a, host)))
            .findFirst()
            .orElse(base);
    try {
      return URI.create(chosen + target);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "malformed", "path", "the request target is not a URI");
    }
  }

  // RFC 9110, section 4.2.3: case and the scheme's own port make no difference.
  private static String authority(URI url, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String ownPort = "https".equals(url.getScheme()) ? ":443" : ":80";
    return lower.endsWith(ownPort) ? lower.substring(0, lower.length() - ownPort.length()) : lower;
  }
}
