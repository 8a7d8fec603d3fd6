package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.BenchmarkException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What strangers name as theirs: a server that never answers, and one that never ends. */
final class HostileServers implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int CHUNK = 8192;
  private static final byte[] HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/entity-statement+jwt\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket silent;
  private final ServerSocket endless;

  private HostileServers(ServerSocket silent, ServerSocket endless) {
    this.silent = silent;
    this.endless = endless;
  }

  static HostileServers start() {
    try {
      HostileServers servers = new HostileServers(listen(), listen());
      servers.accept(servers.silent, HostileServers::swallow);
      servers.accept(servers.endless, HostileServers::pour);
      return servers;
    } catch (IOException e) {
      throw BenchmarkException.setUp("hostile servers", "cannot listen", e);
    }
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  /** What is done with a connection until the other side ends it. */
  @FunctionalInterface
  private interface Manner {
    void treat(Socket socket) throws IOException;
  }

  private static void swallow(Socket socket) throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static void pour(Socket socket) throws IOException {
    byte[] chunk = new byte[CHUNK];
    socket.getOutputStream().write(HEAD);
    while (!socket.isClosed()) {
      socket.getOutputStream().write(chunk);
    }
  }

  private void accept(ServerSocket listener, Manner manner) {
    daemon(() -> {
      while (!listener.isClosed()) {
        try {
          Socket socket = listener.accept();
          open.add(socket);
          daemon(() -> treat(socket, manner));
        } catch (IOException e) {
          return; // closed
        }
      }
    });
  }

  private void treat(Socket socket, Manner manner) {
    try (socket) {
      manner.treat(socket);
    } catch (IOException e) {
      // The node hung up, as it should.
    } finally {
      open.remove(socket);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "hostile");
    thread.setDaemon(true);
    thread.start();
  }

  int silentPort() {
    return silent.getLocalPort();
  }

  int endlessPort() {
    return endless.getLocalPort();
  }

  @Override
  public void close() {
    try {
      silent.close();
      endless.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw BenchmarkException.setUp("hostile servers", "cannot be ended", e);
    }
  }
}
