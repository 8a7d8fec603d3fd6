package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ProblemDetails;
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
  record WrongMethod(List<String> allowed) implements Lookup {}

  /** Nothing. */
  record Missing() implements Lookup {}

  /**
   * Looks a request up.
   *
   * @param method the method in capitals
   * @param path the percent-encoded path
   * @return what it means
   */
  Lookup find(String method, String path) {
    List<String> allowed = new ArrayList<>();
    for (Route<?, ?> route : routes) {
      if (!isBelow(route, path)) {
        continue;
      }
      Optional<UriTemplate.Match> match =
          route.operation().path().match(path.substring(route.basePath().length()));
      if (match.isEmpty()) {
        continue;
      }
      if (route.operation().method().name().equals(method)) {
        return new Found(route, match.get());
      }
      allowed.add(route.operation().method().name());
    }
    return allowed.isEmpty() ? new Missing() : new WrongMethod(allowed);
  }

  /**
   * The forms in which errors below a path are reported.
   *
   * @param path the percent-encoded path
   * @return those of the endpoint the path belongs to; problem details where there is none
   */
  List<ErrorFormat> errorsAt(String path) {
    for (Route<?, ?> route : routes) {
      // Every path is below an endpoint without one, so there the operation itself has to fit.
      boolean own = !route.basePath().isEmpty() || route.operation().path().match(path).isPresent();
      if (own && isBelow(route, path)) {
        return route.operation().errors();
      }
    }
    return List.of(ProblemDetails.FORMAT);
  }

  private static boolean isBelow(Route<?, ?> route, String path) {
    return path.startsWith(route.basePath() + "/") || path.equals(route.basePath());
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
