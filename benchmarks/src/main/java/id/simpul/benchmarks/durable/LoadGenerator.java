package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Latencies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Keeps a number of connections busy, one request at a time on each, from one thread that does
 * little more than copy bytes. Every answer is looked at: one that is no acknowledgement with an id
 * ends the round without a result. Not thread-safe.
 */
final class LoadGenerator implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 20_000;

  private final Selector selector;
  private final List<LoadConnection> connections;
  private final PostRequests requests;

  private LoadGenerator(
      Selector selector, List<LoadConnection> connections, PostRequests requests) {
    this.selector = selector;
    this.connections = connections;
    this.requests = requests;
  }

  /** Opens the connections. */
  static LoadGenerator connect(int port, int count, PostRequests requests) {
    try {
      Selector selector = Selector.open();
      List<LoadConnection> connections = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        LoadConnection connection = new LoadConnection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connections.add(connection);
      }
      return new LoadGenerator(selector, connections, requests);
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "cannot connect", e);
    }
  }

  /**
   * Sends for a while, then waits for the last answers.
   *
   * @param length how long new requests are sent
   * @return what came of it, every answer an acknowledgement
   */
  LoadResult run(Duration length) {
    Latencies latencies = new Latencies();
    Set<Long> ids = new HashSet<>();
    long begun = System.nanoTime();
    long end = begun + length.toNanos();
    try {
      for (LoadConnection connection : connections) {
        connection.send(requests.next());
      }
      int open = connections.size();
      while (open > 0) {
        if (selector.select(PATIENCE_MILLIS) == 0) {
          throw BenchmarkException.invalid("node", "has not answered for too long");
        }
        open -= answers(end, latencies, ids);
      }
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "lost a connection", e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (ids.size() != latencies.count()) {
      throw BenchmarkException.invalid("node", "gave one id to two reports");
    }
    return new LoadResult(latencies, took);
  }

  private int answers(long end, Latencies latencies, Set<Long> ids) throws IOException {
    int ended = 0;
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      LoadConnection connection = (LoadConnection) ready.next().attachment();
      ready.remove();
      if (connection.receive()) {
        long now = System.nanoTime();
        latencies.add(now - connection.sentAt());
        ids.add(Acknowledgement.id(connection.answer()));
        if (now - end < 0) {
          connection.send(requests.next());
        } else {
          ended++;
        }
      }
    }
    return ended;
  }

  @Override
  public void close() {
    try {
      for (LoadConnection connection : connections) {
        connection.close();
      }
      selector.close();
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "cannot hang up", e);
    }
  }
}
