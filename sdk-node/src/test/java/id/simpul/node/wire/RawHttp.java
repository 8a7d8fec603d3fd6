package id.simpul.node.wire;

import id.simpul.core.operation.Headers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends bytes to a node and reads its answer, with nothing in between that would tidy them up. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 30_000;

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param interim status lines of interim answers
   * @param answer the answer
   */
  record Received(List<String> interim, Message answer) {}

  /** Sends a request and reads the answer to it. */
  static Received exchange(int port, byte[] request) throws IOException {
    try (Socket socket = connect(port)) {
      Thread writer = new Thread(() -> write(socket, request), "wire-writer");
      writer.setDaemon(true);
      writer.start();
      boolean head = new String(request, 0, 5, StandardCharsets.US_ASCII).equals("HEAD ");
      return read(new BufferedInputStream(socket.getInputStream()), head);
    }
  }

  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // A node may answer and hang up before it has heard everything; the answer is what counts.
      Thread.currentThread().interrupt();
    }
  }

  private static Received read(InputStream in, boolean head) throws IOException {
    List<String> interim = new ArrayList<>();
    Message answer = message(in, head);
    while (answer.status() < 200) {
      interim.add(answer.startLine());
      answer = message(in, head);
    }
    return new Received(List.copyOf(interim), answer);
  }

  /** Reads one message: its head, and as much content as it declares. */
  static Message message(InputStream in, boolean bodiless) throws IOException {
    String startLine = line(in);
    List<Headers.Field> headers = new ArrayList<>();
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      Headers.Field field =
          new Headers.Field(line.substring(0, colon), line.substring(colon + 1).strip());
      headers.add(field);
      if (field.name().toLowerCase(Locale.ROOT).equals("content-length")) {
        length = Integer.parseInt(field.value());
      }
    }
    byte[] body = bodiless ? new byte[0] : in.readNBytes(length);
    return new Message(startLine, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection ended within: " + line);
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
