package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.HttpFrame;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection with one request on its way. Not thread-safe. */
public final class LoadConnection implements AutoCloseable {
  /** The longest request or answer. */
  public static final int MAX_MESSAGE = 16 * 1024;

  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(MAX_MESSAGE);
  private final ByteBuffer in = ByteBuffer.allocateDirect(MAX_MESSAGE);
  private final byte[] received = new byte[MAX_MESSAGE];
  private int count;
  private long sentAt;

  /**
   * A connection.
   *
   * @param channel its socket, connected and not blocking
   */
  public LoadConnection(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Sends a request; the socket's buffer takes it whole.
   *
   * @param request its bytes
   * @throws IOException when the connection is gone
   */
  public void send(byte[] request) throws IOException {
    count = 0;
    sentAt = System.nanoTime();
    out.clear().put(request).flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  long sentAt() {
    return sentAt;
  }

  /**
   * Takes what has come.
   *
   * @return true when the answer is whole
   * @throws IOException when the connection is gone
   */
  public boolean receive() throws IOException {
    in.clear().limit(MAX_MESSAGE - count);
    int n = channel.read(in);
    if (n < 0) {
      throw new EOFException("the node hung up");
    }
    in.flip().get(received, count, n);
    count += n;
    int body = HttpFrame.body(received, 0, count);
    return body != HttpFrame.INCOMPLETE && HttpFrame.end(received, 0, body) <= count;
  }

  /**
   * The bytes of the answer.
   *
   * @return the bytes so far
   */
  public ByteBuffer answer() {
    return ByteBuffer.wrap(received, 0, count);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
