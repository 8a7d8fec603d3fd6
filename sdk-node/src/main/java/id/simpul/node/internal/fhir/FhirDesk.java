package id.simpul.node.internal.fhir;

import id.simpul.node.NodeConfig;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Closing;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.security.Callers;
import id.simpul.node.internal.security.HealthTokens;
import id.simpul.node.internal.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** All that a node does with health records, with the threads and files it needs. */
public final class FhirDesk implements AutoCloseable {
  private final List<Route<?, ?>> routes;
  private final Callers tokens;
  private final List<Closing.Part> parts;

  private FhirDesk(List<Route<?, ?>> routes, Callers tokens, List<Closing.Part> parts) {
    this.routes = List.copyOf(routes);
    this.tokens = tokens;
    this.parts = List.copyOf(parts);
  }

  /**
   * Opens the desk if the configuration asks for it.
   *
   * @param config what the node does
   * @param store where records are
   * @param secret the node's own secret, the same in all its processes
   * @param reading where reading waits
   * @param release the version of the program
   * @return the desk, without routes and threads when nothing is asked for
   */
  public static FhirDesk open(
      NodeConfig config, Store store, byte[] secret, BlockingWork reading, String release) {
    if (!config.health().serves()) {
      return new FhirDesk(List.of(), candidate -> Optional.empty(), List.of());
    }
    HealthTokens tokens = new HealthTokens(config.apiKeys(), secret, config.clock());
    Exports exports =
        Exports.open(
            config.dataDirectory().resolve("exports"),
            store.healthRecords(),
            URI.create(config.baseUrl() + NodePaths.FHIR + "/$export"),
            config.clock());
    FhirThreads threads = FhirThreads.beside(reading);
    List<Route<?, ?>> routes =
        FhirRoutes.of(config, store.healthRecords(), secret, tokens, exports, threads, release);
    return new FhirDesk(routes, tokens, List.of(threads::close, exports::close));
  }

  /**
   * What is served.
   *
   * @return the routes, possibly none
   */
  public List<Route<?, ?>> routes() {
    return routes;
  }

  /**
   * Who holds a token that was given out here.
   *
   * @return knows nobody when nothing is served
   */
  public Callers tokens() {
    return tokens;
  }

  @Override
  public void close() {
    Closing.inOrder(parts.toArray(Closing.Part[]::new));
  }
}
