package id.simpul.health.internal.satusehat;

import id.simpul.core.operation.Params;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a link to a next page apart. Nothing of it but its query is ever used, and that only when
 * it leads to the same search at the same base.
 */
final class PageLink {
  /** The most characters of a link. */
  static final int MAX_LENGTH = 16 * 1024;

  // Recorded tokens are Base64 with every sign encoded. It has no space in it, so that a bare plus,
  // a space anywhere else in a query, can only be a plus there.
  private static final String TOKEN = "_page_token";
  private static final String PLUS = "%2B";

  private PageLink() {}

  /**
   * The search parameters of a link.
   *
   * @param link the link, absolute
   * @param base where the FHIR API stands
   * @param resourceType the kind of resource that was searched for
   * @return the parameters, or empty when it leads elsewhere
   */
  static Optional<Params> params(String link, FhirBase base, String resourceType) {
    if (link.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      URI url = new URI(link);
      return leadsThere(url, base, resourceType)
          ? Optional.of(decode(Objects.requireNonNullElse(url.getRawQuery(), "")))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Its message quotes the link, which holds what was searched for.
      return Optional.empty();
    }
  }

  private static boolean leadsThere(URI url, FhirBase base, String resourceType) {
    String path = base.url().getRawPath() + "/" + resourceType;
    return base.isNamedBy(url)
        && url.getRawUserInfo() == null
        && (path.equals(url.getRawPath()) || (path + "/").equals(url.getRawPath()));
  }

  private static Params decode(String query) {
    Params.Builder params = Params.builder();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = plain(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        params.add(name, plain(name.equals(TOKEN) ? value.replace("+", PLUS) : value));
      }
    }
    return params.build();
  }

  private static String plain(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
