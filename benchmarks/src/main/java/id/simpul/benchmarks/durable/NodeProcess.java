package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Child;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node as an operator would start it, in a process of its own. Not thread-safe. */
public final class NodeProcess implements AutoCloseable {
  /** The path under which reports are filed. */
  public static final String PATH = "/open311/v2/requests.json";

  /** What it calls itself, whatever its port. */
  public static final String BASE_URL = "http://127.0.0.1";

  private static final String MAIN = "id.simpul.node.Main";
  private static final String READY = "Simpul node is ready at ";
  private static final String PORT = "(port ";

  private final Child child;
  private final Path folder;
  private final String apiKey;
  private final int port;

  private NodeProcess(Child child, Path folder, String apiKey, int port) {
    this.child = child;
    this.folder = folder;
    this.apiKey = apiKey;
    this.port = port;
  }

  /**
   * Starts a node with an empty store.
   *
   * @param folder an empty folder for its files
   * @param commitBatch submissions written with one commit at most
   * @param options options of its virtual machine
   */
  static NodeProcess start(Path folder, int commitBatch, List<String> options) {
    return start(folder, options, "commit-batch=" + commitBatch);
  }

  /**
   * Starts a node with an empty store.
   *
   * @param folder an empty folder for its files
   * @param options options of its virtual machine
   * @param settings more lines of its configuration
   * @return the running node
   */
  public static NodeProcess start(Path folder, List<String> options, String... settings) {
    String file = configure(folder, settings).toString();
    String name = "node in " + folder.getFileName();
    String apiKey;
    try (Child keys =
        Child.start(
            name,
            MAIN,
            List.of(),
            List.of("api-key", "--name", "load", "--role", "reporter", "--config", file))) {
      apiKey = keys.next();
    }
    Child child = Child.start(name, MAIN, options, List.of("run", "--config", file));
    String ready = child.next(READY);
    int port =
        Integer.parseInt(ready.substring(ready.indexOf(PORT) + PORT.length(), ready.indexOf(')')));
    return new NodeProcess(child, folder, apiKey, port);
  }

  /**
   * Writes what a node needs to start.
   *
   * @param folder an empty folder for its files
   * @param settings more lines of its configuration
   * @return the file with its settings
   */
  public static Path configure(Path folder, String... settings) {
    Path services = folder.resolve("services.json");
    Path config = folder.resolve("node.properties");
    try (InputStream from = NodeProcess.class.getResourceAsStream("services.json")) {
      if (from == null) {
        throw BenchmarkException.setUp("services.json", "is not on the class path", null);
      }
      Files.createDirectories(folder);
      Files.copy(from, services);
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "base-url=" + BASE_URL,
                  "allow-insecure-loopback-for-development=true",
                  "listen-port=0",
                  "region=15.71",
                  "data-directory=" + folder.resolve("data"),
                  "services-file=" + services));
      lines.addAll(List.of(settings));
      Files.write(config, lines);
    } catch (IOException e) {
      throw BenchmarkException.setUp("node's folder", "cannot be filled", e);
    }
    return config;
  }

  /**
   * Where it listens.
   *
   * @return a port of this machine
   */
  public int port() {
    return port;
  }

  String apiKey() {
    return apiKey;
  }

  /**
   * The processor time it has used.
   *
   * @return time of all its threads
   */
  public Duration cpu() {
    return child.cpu();
  }

  /** Where its database is. */
  Path database() {
    return folder.resolve("data").resolve("simpul.db");
  }

  @Override
  public void close() {
    child.close();
  }
}
