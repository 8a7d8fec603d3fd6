package id.simpul.node.system;

import id.simpul.core.value.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder a node is started from as a process: configuration, services, one API key. */
final class NodeHome {
  private static final String SERVICES =
      """
      {"services": [
        {"service_code": "jalan", "service_name": "Jalan rusak", "metadata": false,
         "type": "realtime"}
      ]}
      """;

  private final Path folder;
  private final Path data;
  private final int port;
  private final Secret key;

  private NodeHome(Path folder, Path data, int port, Secret key) {
    this.folder = folder;
    this.data = data;
    this.port = port;
    this.key = key;
  }

  static NodeHome in(Path folder) throws IOException, InterruptedException {
    return in(folder, folder.resolve("data"));
  }

  static NodeHome in(Path folder, Path data) throws IOException, InterruptedException {
    int port = freePort();
    Files.writeString(folder.resolve("services.json"), SERVICES);
    Files.writeString(
        folder.resolve("node.properties"),
        String.join(
            "\n",
            "base-url=http://127.0.0.1:" + port,
            "listen-port=" + port,
            "data-directory=" + data,
            "api-keys-file=" + folder.resolve("api-keys.json"),
            "region=15.71",
            "services-file=services.json",
            "allow-insecure-loopback-for-development=true"));
    String key = apiKey(folder);
    return new NodeHome(folder, data, port, Secret.of(key));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String apiKey(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Program.command(
                    List.of(),
                    List.of(
                        "api-key",
                        "--name",
                        "penguji",
                        "--role",
                        "reporter",
                        "--config",
                        folder.resolve("node.properties").toString())))
            .redirectError(folder.resolve("api-key.log").toFile())
            .start();
    String key = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("api-key.log")));
    }
    return key.strip();
  }

  NodeProcess start(String... before) throws IOException, InterruptedException {
    Path log = folder.resolve("node.log");
    Process process =
        new ProcessBuilder(
                Program.command(
                    List.of(before),
                    List.of("--config", folder.resolve("node.properties").toString())))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return NodeProcess.ready(process, baseUrl(), log);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  URI geoReport() {
    return URI.create(baseUrl() + "/open311/v2");
  }

  int port() {
    return port;
  }

  Secret key() {
    return key;
  }

  Path data() {
    return data;
  }

  Path folder() {
    return folder;
  }
}
