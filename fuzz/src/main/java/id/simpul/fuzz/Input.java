package id.simpul.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An input cut in two, so that one seed can hold a header field and a body. */
public final class Input {
  private final String line;
  private final byte[] rest;

  private Input(String line, byte[] rest) {
    this.line = line;
    this.rest = rest;
  }

  /**
   * Cuts at the first line feed.
   *
   * @param input the bytes
   * @return the line and the rest, which is empty when there is no line feed
   */
  public static Input cut(byte[] input) {
    for (int i = 0; i < input.length; i++) {
      if (input[i] == '\n') {
        return new Input(
            text(Arrays.copyOf(input, i)), Arrays.copyOfRange(input, i + 1, input.length));
      }
    }
    return new Input(text(input), new byte[0]);
  }

  /**
   * The first line.
   *
   * @return a character a byte
   */
  public String line() {
    return line;
  }

  /**
   * What follows it.
   *
   * @return the bytes
   */
  public byte[] rest() {
    return rest;
  }

  /**
   * Bytes as HTTP hands them over.
   *
   * @param input the bytes
   * @return a character a byte (ISO-8859-1)
   */
  public static String text(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1);
  }

  /**
   * Bytes as UTF-8, with replacement characters where they are not.
   *
   * @param input the bytes
   * @return the text
   */
  public static String utf8(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }
}
