package id.simpul.node.system;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodePaths;
import id.simpul.node.OfferedService;
import id.simpul.node.SimpulNode;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** A node in this process, with one reporter, one officer, one peer and two services. */
final class TestTown implements AutoCloseable {
  static final Secret REPORTER = Secret.of("kunci-pelapor-untuk-uji");
  static final Secret OFFICER = Secret.of("kunci-petugas-untuk-uji");
  static final Secret REGISTRAR = Secret.of("kunci-dukcapil-untuk-uji");
  static final Secret VERIFIER = Secret.of("kunci-loket-untuk-uji");
  static final Secret HEALTH = Secret.of("kunci-rsud-untuk-uji");
  static final Secret EXPORTER = Secret.of("kunci-dinkes-untuk-uji");
  static final EntityId PEER = new EntityId("https://simpul.jakarta.example");

  private final SimpulNode node;
  private final SigningKey nodeKey;
  private final SigningKey peerKey;

  private TestTown(SimpulNode node, SigningKey nodeKey, SigningKey peerKey) {
    this.node = node;
    this.nodeKey = nodeKey;
    this.peerKey = peerKey;
  }

  static TestTown start(Path data) throws IOException {
    return start(data, InstantSource.system(), config -> {});
  }

  static TestTown start(Path data, InstantSource clock, Consumer<NodeConfigBuilder> change)
      throws IOException {
    SecureRandom random = new SecureRandom();
    return start(
        data,
        clock,
        SigningKeys.generate(SignatureAlgorithm.ED25519, random),
        SigningKeys.generate(SignatureAlgorithm.ED25519, random),
        change);
  }

  static TestTown start(
      Path data,
      InstantSource clock,
      SigningKey nodeKey,
      SigningKey peerKey,
      Consumer<NodeConfigBuilder> change)
      throws IOException {
    return start(data, freePort(), clock, nodeKey, peerKey, change);
  }

  private static TestTown start(
      Path data,
      int port,
      InstantSource clock,
      SigningKey nodeKey,
      SigningKey peerKey,
      Consumer<NodeConfigBuilder> change) {
    NodeConfigBuilder config =
        NodeConfig.builder()
            .baseUrl(URI.create("http://127.0.0.1:" + port))
            .allowInsecureLoopbackForDevelopment()
            .listen("127.0.0.1", port)
            .dataDirectory(data)
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
            .services(List.of(service("jalan"), service("lampu")))
            .apiKey(ApiKey.of("penguji", ApiKey.Role.REPORTER, REPORTER))
            .apiKey(ApiKey.of("petugas", ApiKey.Role.OFFICER, OFFICER))
            .apiKey(ApiKey.of("dukcapil", ApiKey.Role.REGISTRAR, REGISTRAR))
            .apiKey(ApiKey.of("loket", ApiKey.Role.VERIFIER, VERIFIER))
            .apiKey(ApiKey.of("rsud", ApiKey.Role.HEALTH, HEALTH))
            .apiKey(ApiKey.of("dinkes", ApiKey.Role.EXPORTER, EXPORTER))
            .signingKey(nodeKey)
            .peers(
                new PinnedEntities(
                    List.of(new ResolvedEntity(PEER, List.of(peerKey.publicKey()), Instant.MAX))))
            .clock(clock);
    change.accept(config);
    return new TestTown(SimpulNode.start(config.build()), nodeKey, peerKey);
  }

  /** The same node under the same name after a stop, with another key for messages. */
  TestTown restart(
      Path data, InstantSource clock, SigningKey key, Consumer<NodeConfigBuilder> change) {
    int port = node.port();
    node.close();
    return start(data, port, clock, key, peerKey, change);
  }

  private static OfferedService service(String code) {
    ServiceCode serviceCode = new ServiceCode(code);
    return new OfferedService(
        Service.builder(serviceCode, "Layanan " + code).build(),
        ServiceDefinition.builder(serviceCode).build());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  RawHttp connect() throws IOException {
    return RawHttp.to(node.port());
  }

  URI base() {
    return node.baseUrl();
  }

  URI geoReport() {
    return URI.create(node.baseUrl() + NodePaths.GEOREPORT);
  }

  EntityId entity() {
    return node.entityId();
  }

  SigningKey nodeKey() {
    return nodeKey;
  }

  SigningKey peerKey() {
    return peerKey;
  }

  /** How many reports are stored, counted by a reader of its own. */
  int reports() throws IOException {
    try (RawHttp http = connect()) {
      String body = http.get("/open311/v2/requests.json?page_size=1000").body();
      return body.split("\"service_request_id\"", -1).length - 1;
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
