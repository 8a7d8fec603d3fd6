package id.simpul.health.internal.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Lines of a stream, ended by {@code \n} or {@code \r\n}, one at a time. Not thread-safe.
 *
 * <p>A line that is too long is read to its end and dropped, so that the next one can be read; no
 * more than the longest line allowed is ever held.
 */
public final class LineSource implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final int FIRST_LINE = 1 << 12;

  private final InputStream in;
  private final int maxLineBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private byte[] line = new byte[FIRST_LINE];
  private int length;
  private boolean tooLong;
  private long consumed;
  private long offset;
  private long number;

  /**
   * Reads from a stream.
   *
   * @param in the stream, closed with this
   * @param maxLineBytes the longest line without its end
   */
  public LineSource(InputStream in, int maxLineBytes) {
    this.in = Objects.requireNonNull(in, "in");
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * Goes to the next line.
   *
   * @return false when there is none
   * @throws IOException when the stream fails
   */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    offset = consumed;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int newline = newline();
      take(newline < 0 ? end : newline);
      consumed += (newline < 0 ? end : newline + 1) - at;
      at = newline < 0 ? end : newline + 1;
      if (newline >= 0) {
        break;
      }
    }
    if (!any) {
      return false;
    }
    number++;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    tooLong |= length > maxLineBytes;
    return true;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private int newline() {
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Keeps what is in the buffer up to a place, with one byte to spare for a {@code \r}. */
  private void take(int until) {
    int more = until - at;
    if (tooLong || more > maxLineBytes + 1L - length) {
      tooLong = true;
      length = 0;
      return;
    }
    if (length + more > line.length) {
      long room = Math.max(length + more, Math.min(2L * line.length, maxLineBytes + 1L));
      line = Arrays.copyOf(line, (int) room);
    }
    System.arraycopy(buffer, at, line, length, more);
    length += more;
  }

  /**
   * The line, without its end.
   *
   * @return a copy of its bytes
   */
  public byte[] bytes() {
    return Arrays.copyOf(line, length);
  }

  /**
   * Whether the line holds nothing but space.
   *
   * @return true when it does
   */
  public boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t') {
        return false;
      }
    }
    return !tooLong;
  }

  /**
   * Whether the line was too long, and is lost.
   *
   * @return true when it was
   */
  public boolean isTooLong() {
    return tooLong;
  }

  /** How much room is held for a line. */
  int room() {
    return line.length;
  }

  /**
   * Which line it is.
   *
   * @return the number, from 1
   */
  public long number() {
    return number;
  }

  /**
   * Where the line begins.
   *
   * @return the byte, from 0
   */
  public long offset() {
    return offset;
  }

  /**
   * How much was read.
   *
   * @return the bytes up to the end of the line
   */
  public long consumed() {
    return consumed;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
