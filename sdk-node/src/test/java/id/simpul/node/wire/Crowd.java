package id.simpul.node.wire;

import id.simpul.node.NodeLimits;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** As many requests as a node takes at one time, each waiting to send the last of its body. */
final class Crowd implements AutoCloseable {
  // The node's 100 tells that it has begun with the request.
  private static final byte[] BEGINNING =
      Message.parse(
              """
              POST /open311/v2/requests.json HTTP/1.1
              Host: simpul.jambi.example
              Content-Type: application/x-www-form-urlencoded
              Content-Length: 2
              Expect: 100-continue
              """)
          .bytes();

  private final List<Socket> sockets = new ArrayList<>();

  static Crowd at(int port) throws IOException {
    Crowd crowd = new Crowd();
    try {
      for (int i = 0; i < NodeLimits.MAX_REQUESTS_IN_FLIGHT; i++) {
        Socket socket = RawHttp.connect(port);
        crowd.sockets.add(socket);
        socket.getOutputStream().write(BEGINNING);
        RawHttp.message(socket.getInputStream(), true);
      }
      return crowd;
    } catch (IOException e) {
      crowd.close();
      throw e;
    }
  }

  int size() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
