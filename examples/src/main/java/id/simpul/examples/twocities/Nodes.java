package id.simpul.examples.twocities;

import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.Timeouts;
import id.simpul.node.NodePaths;
import id.simpul.reporting.ReportingClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes of both cities, and of those who speak for them. Thread-safe, so that a shutdown
 * hook can close it.
 */
final class Nodes implements AutoCloseable {
  private static final Timeouts QUICK =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final NodeProgram program;
  private final Cast cast;
  private final Map<URI, NodeFolder> folders;
  private final Map<URI, NodeProcess> running = new ConcurrentHashMap<>();

  /**
   * Writes the files of all nodes.
   *
   * @param program what to run
   * @param work the folder of the whole story
   * @param cast who takes part
   */
  Nodes(NodeProgram program, Path work, Cast cast) {
    this.program = program;
    this.cast = cast;
    Office anchor = cast.anchor();
    Office province = cast.province();
    this.folders =
        Map.of(
            anchor.baseUrl(),
            NodeFolder.create(work, anchor, List.of(), anchor),
            province.baseUrl(),
            NodeFolder.create(work, province, List.of(anchor.entity()), anchor),
            cast.jambi().baseUrl(),
            NodeFolder.create(work, cast.jambi(), province.entity(), anchor),
            cast.jakarta().baseUrl(),
            NodeFolder.create(work, cast.jakarta(), anchor.entity(), anchor));
  }

  /**
   * Looks for ports nobody uses.
   *
   * @param count how many
   * @return base URLs on this machine
   */
  static List<URI> freeBaseUrls(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      // All are held open until the last is found, so that no port comes twice.
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<URI> urls =
          sockets.stream().map(s -> URI.create("http://127.0.0.1:" + s.getLocalPort())).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException("This machine has no free port", e);
    }
  }

  NodeProcess start(City city) {
    return start(city.name(), city.baseUrl());
  }

  NodeProcess start(Office office) {
    return start(office.name(), office.baseUrl());
  }

  private NodeProcess start(String name, URI baseUrl) {
    NodeProcess process = NodeProcess.start(program, name, folder(baseUrl));
    running.put(baseUrl, process);
    return process;
  }

  /**
   * Takes everybody in below who stands above them.
   *
   * @return the fingerprints in the letters, by who sent them
   */
  Map<String, String> enrol() {
    Ceremony ceremony = new Ceremony(program);
    Map<String, CompletableFuture<String>> letters = new LinkedHashMap<>();
    Office anchor = cast.anchor();
    Office province = cast.province();
    letters.put(
        province.name(), takeIn(ceremony, province.baseUrl(), anchor, "--max-path-length", "1"));
    letters.put(cast.jambi().name(), takeIn(ceremony, cast.jambi().baseUrl(), province));
    letters.put(cast.jakarta().name(), takeIn(ceremony, cast.jakarta().baseUrl(), anchor));
    Map<String, String> fingerprints = new LinkedHashMap<>();
    letters.forEach((name, letter) -> fingerprints.put(name, Filing.result(letter)));
    return fingerprints;
  }

  private CompletableFuture<String> takeIn(
      Ceremony ceremony, URI who, Office superior, String... conditions) {
    return CompletableFuture.supplyAsync(() ->
        ceremony.takeIn(
            folder(who), superior.entity(), folder(superior.baseUrl()), List.of(conditions)));
  }

  /**
   * Waits until a node answers.
   *
   * @return how long it took from its start
   */
  Duration awaitReady(City city) {
    return awaitReady(city.baseUrl());
  }

  Duration awaitReady(Office office) {
    return awaitReady(office.baseUrl());
  }

  private Duration awaitReady(URI baseUrl) {
    try (ReportingClient client =
        ReportingClient.builder(URI.create(baseUrl + NodePaths.GEOREPORT))
            .configure(c -> c.retry(RetryPolicy.NONE).timeouts(QUICK))
            .build()) {
      return process(baseUrl).awaitReady(() -> answers(client));
    }
  }

  private static boolean answers(ReportingClient client) {
    try {
      client.getDiscovery();
      return true;
    } catch (SimpulException e) {
      // Not yet; what is wrong for good ends in the log and in the time limit.
      return false;
    }
  }

  /** Kills a node hard; does not wait. */
  void kill(City city) {
    process(city.baseUrl()).kill();
  }

  void awaitEnd(City city) {
    StoryException.require(
        process(city.baseUrl()).awaitEnd(NodeProcess.STOP_LIMIT),
        city.name(),
        "is still there after its end",
        folder(city.baseUrl()).log().toString());
  }

  private NodeProcess process(URI baseUrl) {
    NodeProcess process = running.get(baseUrl);
    if (process == null) {
      throw new StoryException(baseUrl.toString(), "was not started", "nodes");
    }
    return process;
  }

  private NodeFolder folder(URI baseUrl) {
    NodeFolder folder = folders.get(baseUrl);
    if (folder == null) {
      throw new StoryException(baseUrl.toString(), "is not in this story", "nodes");
    }
    return folder;
  }

  /** The log files, for whoever has to find out what went wrong. */
  List<Path> logs() {
    return folders.values().stream().map(NodeFolder::log).sorted().toList();
  }

  /** Asks all nodes to end, and ends those that do not. */
  @Override
  public void close() {
    running.values().forEach(NodeProcess::ask);
    running.values().forEach(NodeProcess::stop);
  }
}
