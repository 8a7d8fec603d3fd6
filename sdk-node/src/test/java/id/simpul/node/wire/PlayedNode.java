package id.simpul.node.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Takes one request, answers it with the bytes of a transcript, and keeps what it was sent. */
final class PlayedNode implements AutoCloseable {
  private final ServerSocket listening;
  private final CompletableFuture<Message> request = new CompletableFuture<>();

  private PlayedNode(ServerSocket listening) {
    this.listening = listening;
  }

  static PlayedNode answering(Message answer) throws IOException {
    PlayedNode node = new PlayedNode(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(() -> node.serve(answer), "wire-played-node");
    thread.setDaemon(true);
    thread.start();
    return node;
  }

  private void serve(Message answer) {
    try (Socket socket = listening.accept()) {
      request.complete(RawHttp.message(new BufferedInputStream(socket.getInputStream()), false));
      socket.getOutputStream().write(answer.bytes());
    } catch (IOException e) {
      request.completeExceptionally(e);
    }
  }

  URI baseUrl(String path) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
  }

  /** What it was sent; only once it has answered. */
  Message request() {
    return request.join();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
