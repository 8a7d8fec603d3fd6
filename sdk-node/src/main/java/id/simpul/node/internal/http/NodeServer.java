package id.simpul.node.internal.http;

import id.simpul.core.operation.Violation;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeLimits;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Listens, and hands every request to the {@link NodeHandler}. Thread-safe. */
public final class NodeServer implements AutoCloseable {
  // The request line also holds the method and the version.
  private static final int REQUEST_LINE_EXTRA = 24;

  private final Vertx vertx;
  private final Queue<HttpServer> servers;
  private final SignatureWork signatureWork;

  private NodeServer(Vertx vertx, Queue<HttpServer> servers, SignatureWork signatureWork) {
    this.vertx = vertx;
    this.servers = servers;
    this.signatureWork = signatureWork;
  }

  /**
   * Starts listening.
   *
   * @param host the address to listen on
   * @param port the port, 0 for any free one
   * @param eventLoops threads that talk to sockets, at least 1
   * @param parts what to serve
   * @return the server, listening
   * @throws ConfigException when it cannot listen there
   */
  public static NodeServer start(String host, int port, int eventLoops, ServerParts parts) {
    RouteTable routes = new RouteTable(parts.routes());
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(eventLoops));
    SignatureWork signatureWork = new SignatureWork();
    Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();
    NodeHandler handler =
        new NodeHandler(vertx, parts, routes, signatureWork, new RequestIds(new SecureRandom()));
    NodeServer server = new NodeServer(vertx, servers, signatureWork);
    try {
      vertx
          .deployVerticle(
              () -> new Listener(host, port, handler, routes, servers),
              new DeploymentOptions().setInstances(eventLoops))
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      try (server) {
        throw cannotListen(host, port, e);
      }
    }
    return server;
  }

  private static ConfigException cannotListen(String host, int port, CompletionException e) {
    Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
    return new ConfigException(
        List.of(
            new Violation(
                Violation.UNSUPPORTED,
                "listen-host, listen-port",
                "cannot listen on " + host + " port " + port + ": " + cause.getMessage())),
        cause);
  }

  /** One event loop's share of the listening socket. */
  private static final class Listener extends VerticleBase {
    private final String host;
    private final int port;
    private final NodeHandler handler;
    private final RouteTable routes;
    private final Queue<HttpServer> servers;

    Listener(
        String host, int port, NodeHandler handler, RouteTable routes, Queue<HttpServer> servers) {
      this.host = host;
      this.port = port;
      this.handler = handler;
      this.routes = routes;
      this.servers = servers;
    }

    @Override
    public Future<?> start() {
      HttpServer server =
          vertx
              .createHttpServer(options())
              .requestHandler(handler)
              .invalidRequestHandler(request -> InvalidRequests.answer(request, routes));
      return server.listen(port, host).onSuccess(servers::add);
    }

    private static HttpServerOptions options() {
      return new HttpServerOptions()
          .setMaxInitialLineLength(NodeLimits.MAX_URL_LENGTH + REQUEST_LINE_EXTRA)
          .setMaxHeaderSize(NodeLimits.MAX_HEADER_BYTES)
          .setHttp2ClearTextEnabled(false)
          .setHandle100ContinueAutomatically(true)
          .setIdleTimeout((int) NodeLimits.IDLE_TIMEOUT.toSeconds())
          .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
  }

  /**
   * The port listened on.
   *
   * @return the port, also when any free one was asked for
   */
  public int port() {
    return servers.element().actualPort();
  }

  /** Stops taking requests, waits for those in flight, and frees the port. */
  @Override
  public void close() {
    Closing.inOrder(this::drain, () -> await(vertx.close()), signatureWork::close);
  }

  private void drain() {
    List<Future<Void>> stopping =
        servers.stream()
            .map(s -> s.shutdown(NodeLimits.DRAIN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS))
            .toList();
    await(Future.join(stopping));
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
