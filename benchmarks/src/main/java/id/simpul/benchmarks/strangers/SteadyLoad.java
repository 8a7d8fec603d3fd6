package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.durable.LoadConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Sends what several senders have due, from one thread. Not thread-safe. */
final class SteadyLoad implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MILLI = 1_000_000;
  private static final long NAP = 50_000;

  private final int port;
  private final Selector selector;

  private SteadyLoad(int port, Selector selector) {
    this.port = port;
    this.selector = selector;
  }

  static SteadyLoad to(int port) {
    try {
      return new SteadyLoad(port, Selector.open());
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "cannot begin", e);
    }
  }

  /**
   * Sends for a while, then waits for the answers of the first sender; those of the others may be
   * late.
   *
   * @param length how long
   * @param senders who
   */
  void run(Duration length, List<Sender> senders) {
    long end = System.nanoTime() + length.toNanos();
    long late = end + PATIENCE.toNanos();
    Sender first = senders.get(0);
    try {
      for (long now = System.nanoTime();
          now < end || first.waiting() > 0;
          now = System.nanoTime()) {
        if (now - late > 0) {
          throw BenchmarkException.invalid("node", "has not answered for too long");
        }
        for (Sender sender : now < end ? senders : List.<Sender>of()) {
          while (sender.isDue(System.nanoTime())) {
            send(sender);
          }
        }
        rest(senders);
        answers();
      }
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "lost a connection", e);
    }
  }

  private void rest(List<Sender> senders) throws IOException {
    long now = System.nanoTime();
    long nanos = senders.stream().mapToLong(s -> s.untilDue(now)).min().orElse(MILLI);
    if (nanos > 2 * MILLI) {
      selector.select(nanos / MILLI - 1);
    } else if (selector.selectNow() == 0) {
      LockSupport.parkNanos(Math.max(1, Math.min(NAP, nanos)));
      selector.selectNow();
    }
  }

  private void send(Sender sender) throws IOException {
    Line idle = sender.idle();
    Line line = idle == null ? open(sender) : idle;
    line.connection().send(sender.take(line));
  }

  private Line open(Sender sender) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Line line = new Line(sender, new LoadConnection(channel));
    channel.register(selector, SelectionKey.OP_READ, line);
    sender.opened();
    return line;
  }

  private void answers() throws IOException {
    Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
    while (ready.hasNext()) {
      SelectionKey key = ready.next();
      ready.remove();
      Line line = (Line) key.attachment();
      if (isAnswered(line)) {
        line.sender().answered(line);
      }
    }
  }

  private static boolean isAnswered(Line line) throws IOException {
    try {
      return line.connection().receive();
    } catch (EOFException e) {
      line.connection().close();
      line.sender().lost();
      return false;
    }
  }

  @Override
  public void close() {
    try {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      throw BenchmarkException.setUp("load generator", "cannot hang up", e);
    }
  }
}
