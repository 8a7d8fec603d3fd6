package id.simpul.node.internal;

import id.simpul.core.operation.Contracts;
import id.simpul.identity.CryptoSelfTest;
import id.simpul.node.NodeConfig;
import id.simpul.node.SimpulNode;
import id.simpul.node.internal.config.NodeFiles;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Closing;
import id.simpul.node.internal.http.NodeServer;
import id.simpul.node.internal.http.PublicUrls;
import id.simpul.node.internal.http.Route;
import id.simpul.node.internal.http.ServerParts;
import id.simpul.node.internal.openapi.NodeDocuments;
import id.simpul.node.internal.openapi.OpenApiDocument;
import id.simpul.node.internal.reporting.ReportingRoutes;
import id.simpul.node.internal.security.ApiKeys;
import id.simpul.node.internal.security.ProfileGate;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import id.simpul.node.internal.store.vault.IdentityKey;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.security.SecureRandom;
import java.util.List;

/** Puts a node together and takes it apart again, in the reverse order. */
public final class NodeAssembly implements AutoCloseable {
  private static final int READERS = SqliteOptions.DEFAULT_READERS;
  private static final int READS_WAITING = 1024;

  private final Store store;
  private final BlockingWork reading;
  private final NodeServer server;

  private NodeAssembly(Store store, BlockingWork reading, NodeServer server) {
    this.store = store;
    this.reading = reading;
    this.server = server;
  }

  /**
   * Opens the store and starts to listen.
   *
   * @param config all there is to know
   * @param contracts the schemas
   * @return the running parts
   */
  public static NodeAssembly start(NodeConfig config, Contracts contracts) {
    CryptoSelfTest.run();
    SecureRandom random = new SecureRandom();
    Store store = store(config, random);
    BlockingWork reading = new BlockingWork("simpul-reading", READERS, READS_WAITING);
    try {
      List<Route<?, ?>> routes = ReportingRoutes.of(config, store, reading, random);
      NodeServer server =
          NodeServer.start(
              config.listenHost(),
              config.listenPort(),
              config.eventLoops(),
              parts(config, store, contracts, routes));
      return new NodeAssembly(store, reading, server);
    } catch (RuntimeException e) {
      try (store;
          reading) {
        throw e;
      }
    }
  }

  private static Store store(NodeConfig config, SecureRandom random) {
    NodeFiles files = new NodeFiles(config.dataDirectory());
    IdentityVault vault =
        IdentityVault.of(IdentityKey.of("identity.key", files.identityKey(random)), List.of());
    return SqliteStore.open(
        SqliteOptions.builder(files.database())
            .maxBatch(config.commitBatch())
            .maxQueued(config.queueCommands(), config.queueBytes())
            .build(),
        vault,
        config.clock());
  }

  private static ServerParts parts(
      NodeConfig config, Store store, Contracts contracts, List<Route<?, ?>> routes) {
    byte[] openApi = OpenApiDocument.of(routes, config.baseUrl(), release());
    return new ServerParts(
        routes,
        List.of(new NodeDocuments(openApi, contracts, store)),
        new ApiKeys(config.apiKeys()),
        new ProfileGate(config, store),
        new PublicUrls(config.baseUrl(), config.aliases()),
        contracts);
  }

  private static String release() {
    String version = SimpulNode.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /**
   * Where it listens.
   *
   * @return the port
   */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    Closing.inOrder(server::close, reading::close, store::close);
  }
}
