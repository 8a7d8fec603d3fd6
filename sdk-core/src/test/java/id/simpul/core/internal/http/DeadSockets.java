package id.simpul.core.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/** Sockets that note where they should connect to, and never do. */
final class DeadSockets extends SocketFactory {
  private final List<InetSocketAddress> targets = new CopyOnWriteArrayList<>();

  /** The addresses, in order, without the names they came from. */
  List<String> targets() {
    return targets.stream().map(t -> t.getAddress().getHostAddress() + ":" + t.getPort()).toList();
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        targets.add((InetSocketAddress) endpoint);
        throw new ConnectException("nobody there");
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
