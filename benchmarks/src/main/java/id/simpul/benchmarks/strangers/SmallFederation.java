package id.simpul.benchmarks.strangers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.simpul.benchmarks.BenchmarkException;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.EntityConfigurationIssuer;
import id.simpul.identity.federation.FederationKeys;
import id.simpul.identity.federation.Subordinate;
import id.simpul.identity.federation.SubordinateStatementIssuer;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.internal.config.EntityEntries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** An anchor and a city below it that signs reports, both served from this process. */
final class SmallFederation implements AutoCloseable {
  private static final String CONFIGURATION = "/.well-known/openid-federation";
  private static final InstantSource CLOCK = InstantSource.system();

  private final HttpServer server;
  private final FederationKeys anchorKeys = FederationKeys.of(key());
  private final SigningKey cityKey = key();

  private SmallFederation(HttpServer server) {
    this.server = server;
  }

  static SmallFederation start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
      SmallFederation federation = new SmallFederation(server);
      federation.publish();
      server.start();
      return federation;
    } catch (IOException e) {
      throw BenchmarkException.setUp("federation", "cannot be served", e);
    }
  }

  private static SigningKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  private void publish() {
    FederationKeys cityKeys = FederationKeys.of(key());
    JsonObject node =
        JsonObject.builder()
            .put("jwks", JwkSet.of(List.of(PublicJwk.of(cityKey.publicKey()))).toJson())
            .build();
    JsonObject authority =
        JsonObject.builder().put("federation_fetch_endpoint", anchor() + "/fetch").build();
    serve(
        "/anchor" + CONFIGURATION,
        EntityConfigurationIssuer.builder(anchor(), anchorKeys, CLOCK)
            .metadata("federation_entity", authority)
            .build()
            .issue());
    serve(
        "/city" + CONFIGURATION,
        EntityConfigurationIssuer.builder(city(), cityKeys, CLOCK)
            .metadata("simpul_node", node)
            .authorityHints(List.of(anchor()))
            .build()
            .issue());
    serve(
        "/anchor/fetch",
        new SubordinateStatementIssuer(anchor(), anchorKeys, CLOCK)
            .issue(Subordinate.of(city(), cityKeys.published())));
  }

  private void serve(String path, String statement) {
    byte[] bytes = statement.getBytes(StandardCharsets.US_ASCII);
    server.createContext(path, exchange -> answer(exchange, bytes));
  }

  private static void answer(HttpExchange exchange, byte[] statement) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/entity-statement+jwt");
      exchange.sendResponseHeaders(200, statement.length);
      exchange.getResponseBody().write(statement);
    }
  }

  private EntityId entity(String name) {
    return new EntityId("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
  }

  private EntityId anchor() {
    return entity("anchor");
  }

  /** The city. */
  EntityId city() {
    return entity("city");
  }

  /** What the city signs messages with. */
  SigningKey cityKey() {
    return cityKey;
  }

  /** The file by which a node trusts the anchor. */
  String anchorsFile() {
    byte[] entry = EntityEntries.toJson(anchor(), List.of(anchorKeys.signing().publicKey()));
    return "{\"anchors\":[" + new String(entry, StandardCharsets.UTF_8) + "]}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
