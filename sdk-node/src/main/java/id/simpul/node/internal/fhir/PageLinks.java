package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Params;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the pages of a search stand. */
@FunctionalInterface
interface PageLinks {
  /**
   * The URL of a page.
   *
   * @param kind the kind of resource
   * @param applied the parameters that were understood
   * @param after where the page goes on, or null for the first
   * @return an absolute URL
   */
  String at(String kind, Params applied, @Nullable String after);

  /** The pages of a search whose parameters came in a URL. */
  static PageLinks inTheClear(Place place) {
    return (kind, applied, after) -> url(place.of(kind), page(applied, after));
  }

  /** The parameters that ask for a page. */
  static Params page(Params applied, @Nullable String after) {
    return after == null ? applied : applied.with(PageReader.PAGE, after);
  }

  /** A URL with parameters. */
  static String url(String base, Params params) {
    String query = encoded(params);
    return query.isEmpty() ? base : base + "?" + query;
  }

  /** Parameters as they stand in a URL or a form. */
  static String encoded(Params params) {
    List<String> pairs = new ArrayList<>();
    for (Params.Param param : params.entries()) {
      pairs.add(encode(param.name()) + "=" + encode(param.value()));
    }
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
