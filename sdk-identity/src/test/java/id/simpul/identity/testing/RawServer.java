package id.simpul.identity.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that writes, byte for byte, what a test tells it to. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** What is done with one connection; it is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    /**
     * Answers.
     *
     * @param request the head of the request
     * @param out where to
     * @throws IOException when the other side is gone
     */
    void answer(String request, OutputStream out) throws IOException;
  }

  /** Starts a server. */
  public RawServer(Script script) {
    this.script = script;
    try {
      this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** A server that always answers the same. */
  public static RawServer answering(String... lines) {
    byte[] answer = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    return new RawServer((request, out) -> out.write(answer));
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(new BufferedInputStream(socket.getInputStream()));
      requests.add(head);
      script.answer(head, socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The client hung up, which is what many tests are about.
    } finally {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.append((char) b);
    }
    return head.toString();
  }

  /** A URL of this server. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** The heads of the requests so far. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
