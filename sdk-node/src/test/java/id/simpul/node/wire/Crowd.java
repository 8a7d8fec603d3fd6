package id.simpul.node.wire;

import id.simpul.node.NodeLimits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As many requests as a node takes at one time, each waiting to send the last of its body. */
final class Crowd implements AutoCloseable {
  // The node's 100 tells that it has begun with the request.
  private static final byte[] BEGINNING =
      ("POST /open311/v2/requests.json HTTP/1.1\r\nHost: simpul.jambi.example\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n"
              + "Expect: 100-continue\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);

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
