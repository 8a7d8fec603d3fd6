package id.simpul.node.system;

import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.internal.config.EntityEntries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two nodes as processes with one name and one database, as two machines behind one gateway are.
 * They issue residents' credentials, take those they issue, and know one peer.
 */
final class NodePair implements AutoCloseable {
  private static final String SERVICES =
      """
      {"services": [{"service_code": "jalan", "service_name": "Jalan rusak", "metadata": false,
         "type": "realtime"}]}
      """;

  private final SigningKey nodeKey = key();
  private final SigningKey credentialKey =
      SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final SigningKey peerKey = key();
  private final List<NodeProcess> processes = new ArrayList<>();
  private final List<Integer> ports;
  private final Secret health;
  private final Secret reporter;
  private final Secret registrar;
  private final Secret verifier;

  private NodePair(Path folder) throws IOException, InterruptedException {
    ports = List.of(freePort(), freePort());
    Files.writeString(folder.resolve("services.json"), SERVICES);
    Files.writeString(folder.resolve("peers.json"), peers());
    SigningKeys.save(nodeKey, folder.resolve("node-key.json"));
    Path data =
        Files.createDirectory(
            folder.resolve("data"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SigningKeys.save(credentialKey, data.resolve("credential-key.pem"));
    List<Path> configs = new ArrayList<>();
    for (int port : ports) {
      configs.add(configure(folder, port));
    }
    health = apiKey(folder, configs.get(0), "health");
    reporter = apiKey(folder, configs.get(0), "reporter");
    registrar = apiKey(folder, configs.get(0), "registrar");
    verifier = apiKey(folder, configs.get(0), "verifier");
    for (int i = 0; i < configs.size(); i++) {
      processes.add(run(configs.get(i), ports.get(i)));
    }
  }

  private static Secret apiKey(Path folder, Path config, String role)
      throws IOException, InterruptedException {
    Program.Result made =
        Program.run(
            folder, "api-key", "--name", role, "--role", role, "--config", config.toString());
    return Secret.of(made.out().strip());
  }

  static NodePair start(Path folder) throws IOException, InterruptedException {
    return new NodePair(folder);
  }

  private static SigningKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  // The pair takes its own credentials, so it knows itself.
  private String peers() {
    return Stream.of(
            EntityEntries.toJson(TestTown.PEER, List.of(peerKey.publicKey())),
            EntityEntries.toJson(entity(), List.of(nodeKey.publicKey(), credentialKey.publicKey())))
        .map(entry -> new String(entry, StandardCharsets.UTF_8))
        .collect(Collectors.joining(",", "{\"peers\":[", "]}"));
  }

  private Path configure(Path folder, int port) throws IOException {
    return Files.write(
        folder.resolve("node-" + port + ".properties"),
        List.of(
            "base-url=" + entity(),
            "listen-port=" + port,
            "data-directory=" + folder.resolve("data"),
            "api-keys-file=" + folder.resolve("api-keys.json"),
            "signing-key-file=" + folder.resolve("node-key.json"),
            "peers-file=" + folder.resolve("peers.json"),
            "region=15.71",
            "services-file=" + folder.resolve("services.json"),
            "issue-resident-credentials=true",
            "resident-credential-issuers=" + entity(),
            "health=true",
            "allow-insecure-loopback-for-development=true"));
  }

  private static NodeProcess run(Path config, int port) throws IOException, InterruptedException {
    Path log = config.resolveSibling("node-" + port + ".log");
    Process process =
        new ProcessBuilder(Program.command(List.of(), List.of("--config", config.toString())))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return NodeProcess.ready(process, URI.create("http://127.0.0.1:" + port), log);
  }

  /** Where each of both listens; the first is where their common name leads, too. */
  List<Integer> ports() {
    return ports;
  }

  EntityId entity() {
    return new EntityId("http://127.0.0.1:" + ports.get(0));
  }

  SigningKey credentialKey() {
    return credentialKey;
  }

  SigningKey peerKey() {
    return peerKey;
  }

  Secret health() {
    return health;
  }

  Secret reporter() {
    return reporter;
  }

  Secret registrar() {
    return registrar;
  }

  Secret verifier() {
    return verifier;
  }

  @Override
  public void close() {
    processes.forEach(NodeProcess::close);
  }
}
