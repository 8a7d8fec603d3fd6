package id.simpul.benchmarks.measure;

import java.nio.charset.StandardCharsets;

/**
 * Finds where one HTTP/1.1 message ends in received bytes. Knows messages with {@code
 * Content-Length} and messages without content, which is all that either side here sends.
 */
public final class HttpFrame {
  /** The message has not ended yet. */
  public static final int INCOMPLETE = -1;

  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

  private HttpFrame() {}

  /**
   * The start of the content.
   *
   * @param bytes what was received
   * @param from where the message begins
   * @param to the end of what was received
   * @return the index after the empty line, or {@link #INCOMPLETE}
   */
  public static int body(byte[] bytes, int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i + 4;
      }
    }
    return INCOMPLETE;
  }

  /**
   * The end of the message.
   *
   * @param bytes what was received
   * @param from where the message begins
   * @param body where its content begins
   * @return the index after its last byte, which may lie past what was received
   */
  public static int end(byte[] bytes, int from, int body) {
    for (int i = from; i + LENGTH.length < body; i++) {
      if (bytes[i] == '\n' && startsWithLength(bytes, i + 1)) {
        int length = 0;
        for (int k = i + 1 + LENGTH.length; bytes[k] != '\r'; k++) {
          if (bytes[k] != ' ') {
            length = 10 * length + bytes[k] - '0';
          }
        }
        return body + length;
      }
    }
    return body;
  }

  private static boolean startsWithLength(byte[] bytes, int at) {
    for (int k = 0; k < LENGTH.length; k++) {
      byte b = bytes[at + k];
      int lower = b >= 'A' && b <= 'Z' ? b + 32 : b;
      if (lower != LENGTH[k]) {
        return false;
      }
    }
    return true;
  }
}
