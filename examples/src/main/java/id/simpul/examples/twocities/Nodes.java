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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The processes of both cities. Thread-safe, so that a shutdown hook can close it. */
final class Nodes implements AutoCloseable {
  private static final Timeouts QUICK =
      new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final NodeProgram program;
  private final Map<City, CityFolder> folders;
  private final Map<City, NodeProcess> running = new ConcurrentHashMap<>();

  /**
   * Writes the files of two nodes that trust each other.
   *
   * @param program what to run
   * @param work the folder of the whole story
   * @param one a city
   * @param other the other city
   */
  Nodes(NodeProgram program, Path work, City one, City other) {
    this.program = program;
    this.folders =
        Map.of(
            one, CityFolder.create(work, one, other), other, CityFolder.create(work, other, one));
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
    NodeProcess process = NodeProcess.start(program, city, folder(city));
    running.put(city, process);
    return process;
  }

  /**
   * Waits until a node answers.
   *
   * @return how long it took from its start
   */
  Duration awaitReady(City city) {
    try (ReportingClient client =
        ReportingClient.builder(URI.create(city.baseUrl() + NodePaths.GEOREPORT))
            .configure(c -> c.retry(RetryPolicy.NONE).timeouts(QUICK))
            .build()) {
      return process(city).awaitReady(() -> answers(client));
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
    process(city).kill();
  }

  void awaitEnd(City city) {
    StoryException.require(
        process(city).awaitEnd(NodeProcess.STOP_LIMIT),
        city.name(),
        "is still there after its end",
        folder(city).log().toString());
  }

  private NodeProcess process(City city) {
    NodeProcess process = running.get(city);
    if (process == null) {
      throw new StoryException(city.name(), "was not started", "nodes");
    }
    return process;
  }

  private CityFolder folder(City city) {
    CityFolder folder = folders.get(city);
    if (folder == null) {
      throw new StoryException(city.name(), "is not in this story", "nodes");
    }
    return folder;
  }

  /** The log files, for whoever has to find out what went wrong. */
  List<Path> logs() {
    return folders.values().stream().map(CityFolder::log).sorted().toList();
  }

  /** Asks all nodes to end, and ends those that do not. */
  @Override
  public void close() {
    running.values().forEach(NodeProcess::ask);
    running.values().forEach(NodeProcess::stop);
  }
}
