package id.simpul.node.internal.http;

import id.simpul.core.operation.UriTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the operation a request means. Immutable. */
final class RouteTable {
  private final List<Route<?, ?>> routes;

  RouteTable(List<Route<?, ?>> routes) {
    this.routes = List.copyOf(routes);
  }

  /** What a method and path mean. */
  sealed interface Lookup {}

  /** An operation. */
  record Found(Route<?, ?> route, UriTemplate.Match match) implements Lookup {}

  /** A known path, but not with this method. */
  record WrongMethod(Route<?, ?> sibling, String suffix, List<String> allowed) implements Lookup {}

  /** Nothing; the sibling tells in which form the endpoint reports errors. */
  record Missing(Optional<Route<?, ?>> sibling) implements Lookup {}

  /**
   * Looks a request up.
   *
   * @param method the method in capitals
   * @param path the percent-encoded path
   * @return what it means
   */
  Lookup find(String method, String path) {
    List<String> allowed = new ArrayList<>();
    Route<?, ?> sibling = null;
    String suffix = "";
    Route<?, ?> neighbour = null;
    for (Route<?, ?> route : routes) {
      if (!path.startsWith(route.basePath() + "/")) {
        continue;
      }
      neighbour = route;
      Optional<UriTemplate.Match> match =
          route.operation().path().match(path.substring(route.basePath().length()));
      if (match.isEmpty()) {
        continue;
      }
      if (route.operation().method().name().equals(method)) {
        return new Found(route, match.get());
      }
      allowed.add(route.operation().method().name());
      sibling = route;
      suffix = match.get().suffix();
    }
    return sibling == null
        ? new Missing(Optional.ofNullable(neighbour))
        : new WrongMethod(sibling, suffix, allowed);
  }

  /**
   * All routes.
   *
   * @return the routes, in order
   */
  List<Route<?, ?>> routes() {
    return routes;
  }
}
