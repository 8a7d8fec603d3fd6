package id.simpul.health.internal.bulk;

import id.simpul.core.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A compressed stream (RFC 1952), of one member or several. Whatever breaks off or follows is an
 * error: {@link java.util.zip.GZIPInputStream} ends without one when a second member is cut short.
 * Not thread-safe.
 */
public final class GzipStream extends InputStream {
  private static final int BUFFER = 1 << 15;
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATE = 8;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;
  private static final int FLAGS_RESERVED = 0xe0;

  /** The most bytes of a header's name or comment. */
  static final int MAX_TEXT = 1024;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean inMember;
  private boolean ended;
  private boolean closed;

  /**
   * Reads from a stream.
   *
   * @param in the compressed bytes, closed with this
   */
  public GzipStream(InputStream in) {
    this.in = Objects.requireNonNull(in, "in");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (closed) {
      throw new IOException("The stream is closed");
    }
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        header();
        inMember = true;
      }
      int read = inflate(target, offset, length);
      if (read > 0) {
        crc.update(target, offset, read);
        return read;
      }
      if (inflater.finished()) {
        trailer();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int read = inflater.inflate(target, offset, length);
      if (read == 0 && inflater.needsInput()) {
        if (at == end && !fill()) {
          throw fail("breaks off");
        }
        inflater.setInput(buffer, at, end - at);
        at = end;
      } else if (read == 0 && inflater.needsDictionary()) {
        throw fail("needs a dictionary");
      }
      return read;
    } catch (DataFormatException e) {
      throw new FormatException("gzip", "is not deflate", e);
    }
  }

  private void header() throws IOException {
    crc.reset();
    inflater.reset();
    if (uint16() != MAGIC || uint8() != DEFLATE) {
      throw fail("is not gzip");
    }
    int flags = uint8();
    if ((flags & FLAGS_RESERVED) != 0) {
      throw fail("has flags of an unknown kind");
    }
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(uint16());
    }
    if ((flags & FLAG_NAME) != 0) {
      text();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      text();
    }
    if ((flags & FLAG_CRC) != 0) {
      skip(2);
    }
  }

  private void trailer() throws IOException {
    // What the inflater did not use follows the member.
    at = end - inflater.getRemaining();
    long sum = uint32();
    long size = uint32();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw fail("does not have the checksum it says");
    }
    inMember = false;
    ended = at == end && !fill();
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      uint8();
    }
  }

  private void text() throws IOException {
    for (int i = 0; uint8() != 0; i++) {
      if (i == MAX_TEXT) {
        throw fail("has a name longer than " + MAX_TEXT + " bytes");
      }
    }
  }

  private long uint32() throws IOException {
    return uint16() | (long) uint16() << 16;
  }

  private int uint16() throws IOException {
    return uint8() | uint8() << 8;
  }

  private int uint8() throws IOException {
    if (at == end && !fill()) {
      throw fail("breaks off");
    }
    return buffer[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private static FormatException fail(String reason) {
    return new FormatException("gzip", reason);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      inflater.end();
      in.close();
    }
  }
}
