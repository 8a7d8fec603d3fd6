package id.simpul.node.internal;

import id.simpul.core.operation.Contracts;
import id.simpul.identity.CryptoSelfTest;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.NodeCapacity;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.booking.BookingDesk;
import id.simpul.node.internal.config.NodeFiles;
import id.simpul.node.internal.credential.NodeCredentialDesks;
import id.simpul.node.internal.federation.FederationEntity;
import id.simpul.node.internal.federation.FederationKeeper;
import id.simpul.node.internal.federation.FederationRoutes;
import id.simpul.node.internal.federation.NodeTrust;
import id.simpul.node.internal.fhir.CertificateRoutes;
import id.simpul.node.internal.fhir.FhirDesk;
import id.simpul.node.internal.http.BlockingWork;
import id.simpul.node.internal.http.Closing;
import id.simpul.node.internal.http.Fingerprint;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a node together and takes it apart again, in the reverse order. */
public final class NodeAssembly implements AutoCloseable {
  private static final int READERS = SqliteOptions.DEFAULT_READERS;
  private static final int READS_WAITING = 1024;

  private final NodeServer server;
  private final List<Closing.Part> parts;

  private NodeAssembly(NodeServer server, List<Closing.Part> parts) {
    this.server = server;
    this.parts = List.copyOf(parts);
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
    NodeFiles files = new NodeFiles(config.dataDirectory());
    byte[] identityKey = files.identityKey(random);
    Store store = store(config, files, identityKey);
    BlockingWork reading = new BlockingWork("simpul-reading", READERS, READS_WAITING);
    NodeTrust trust = NodeTrust.of(config);
    try {
      FederationEntity entity = new FederationEntity(config, random);
      List<Route<?, ?>> routes = new ArrayList<>(ReportingRoutes.of(config, store, reading));
      routes.addAll(FederationRoutes.of(entity, config.federation().isAuthority(), reading));
      NodeCredentialDesks desks =
          NodeCredentialDesks.open(config, trust, store, identityKey, random);
      routes.addAll(desks.routes());
      BookingDesk booking = BookingDesk.open(config, store, identityKey);
      routes.addAll(booking.routes());
      FederationKeeper keeper =
          new FederationKeeper(entity, ownChain(config, trust), config.clock());
      CertificateRoutes issuing = CertificateRoutes.open(config, store, identityKey, reading);
      routes.addAll(issuing.routes());
      byte[] openApi = OpenApiDocument.of(routes, config.baseUrl(), release());
      // FHIR has a document of its own instead of OpenAPI.
      FhirDesk fhir = FhirDesk.open(config, store, identityKey, reading, release());
      routes.addAll(fhir.routes());
      NodeServer server =
          NodeServer.start(
              config.listenHost(),
              config.listenPort(),
              config.capacity().eventLoops(),
              new ServerParts(
                  routes,
                  List.of(new NodeDocuments(openApi, contracts, store), keeper, issuing.signers()),
                  new ApiKeys(config.apiKeys()).or(fhir.tokens()),
                  new ProfileGate(config, trust, store),
                  new PublicUrls(config.baseUrl(), config.aliases()),
                  contracts,
                  new Fingerprint(identityKey),
                  config.clock()));
      keeper.start();
      return new NodeAssembly(
          server,
          List.of(
              server::close,
              keeper::close,
              desks::close,
              booking::close,
              issuing::close,
              fhir::close,
              trust::close,
              reading::close,
              store::close));
    } catch (RuntimeException e) {
      try (store;
          reading;
          trust) {
        throw e;
      }
    }
  }

  /**
   * Opens the store of a node, which may run meanwhile.
   *
   * @param config where it is
   * @param random where new keys come from
   * @return the open store; close it
   */
  public static Store openStore(NodeConfig config, SecureRandom random) {
    NodeFiles files = new NodeFiles(config.dataDirectory());
    return store(config, files, files.identityKey(random));
  }

  private static Store store(NodeConfig config, NodeFiles files, byte[] identityKey) {
    NodeCapacity capacity = config.capacity();
    IdentityVault vault = IdentityVault.of(IdentityKey.of("identity.key", identityKey), List.of());
    return SqliteStore.open(
        SqliteOptions.builder(files.database())
            .maxBatch(capacity.commitBatch())
            .maxQueued(capacity.queueCommands(), capacity.queueBytes())
            .registrationRetention(config.health().booking().retention())
            .build(),
        vault,
        config.clock());
  }

  // Whoever stands below somebody wants to know in time that their word runs out.
  private static @Nullable Supplier<ExpiryAlarm> ownChain(NodeConfig config, NodeTrust trust) {
    if (config.federation().superiors().isEmpty() || config.federation().anchors().isEmpty()) {
      return null;
    }
    return () -> trust.alarm(config.entityId());
  }

  private static String release() {
    String version = NodeAssembly.class.getPackage().getImplementationVersion();
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
    Closing.inOrder(parts.toArray(Closing.Part[]::new));
  }
}
