package id.simpul.benchmarks.client;

import id.simpul.benchmarks.measure.HttpFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Iterator;

/**
 * The other end of a client's calls: one thread, no parsing beyond where a request ends, answers
 * ready in memory. Does next to nothing, so that what is seen is the client's work. Runs until its
 * process ends.
 */
final class CannedServer implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final int FIRST_BUFFER = 8192;

  private final Selector selector;
  private final ServerSocketChannel listening;

  private CannedServer(Selector selector, ServerSocketChannel listening) {
    this.selector = selector;
    this.listening = listening;
  }

  /** Listens on any free port of this machine. */
  static CannedServer listen() throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
    return new CannedServer(selector, listening);
  }

  int port() {
    return listening.socket().getLocalPort();
  }

  /** Serves until the selector is closed. */
  void serve(Answers answers) throws IOException {
    while (selector.isOpen()) {
      selector.select();
      Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
      while (ready.hasNext()) {
        SelectionKey key = ready.next();
        ready.remove();
        if (key.isAcceptable()) {
          accept();
        } else {
          read(key, answers);
        }
      }
    }
  }

  /** Stops listening and serving. */
  @Override
  public void close() throws IOException {
    listening.close();
    selector.close();
  }

  private void accept() throws IOException {
    SocketChannel channel = listening.accept();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, new Received());
  }

  private static void read(SelectionKey key, Answers answers) throws IOException {
    SocketChannel channel = (SocketChannel) key.channel();
    Received received = (Received) key.attachment();
    try {
      if (!received.fill(channel)) {
        channel.close();
        return;
      }
      for (int end = received.end(); end != HttpFrame.INCOMPLETE; end = received.end()) {
        ByteBuffer answer = ByteBuffer.wrap(answers.to(received.bytes, end));
        while (answer.hasRemaining()) {
          channel.write(answer);
        }
        received.drop(end);
      }
    } catch (IOException e) {
      // A client that goes away ends its own connection and nobody else's.
      channel.close();
    }
  }

  /** What has come in on one connection and was not answered yet. */
  private static final class Received {
    private byte[] bytes = new byte[FIRST_BUFFER];
    private int count;

    boolean fill(SocketChannel channel) throws IOException {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * count);
      }
      int n = channel.read(ByteBuffer.wrap(bytes, count, bytes.length - count));
      count += Math.max(n, 0);
      return n >= 0;
    }

    int end() {
      int body = HttpFrame.body(bytes, 0, count);
      int end = body < 0 ? HttpFrame.INCOMPLETE : HttpFrame.end(bytes, 0, body);
      return end <= count ? end : HttpFrame.INCOMPLETE;
    }

    void drop(int end) {
      System.arraycopy(bytes, end, bytes, 0, count - end);
      count -= end;
    }
  }
}
