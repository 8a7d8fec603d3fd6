package id.simpul.core.format;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses the byte after the last one allowed. */
final class BoundedInputStream extends FilterInputStream {
  private final long max;
  private long seen;

  BoundedInputStream(InputStream in, long max) {
    super(in);
    this.max = max;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  /** Leaves it to the stream below to give all it has in one array of the right size. */
  @Override
  public byte[] readAllBytes() throws IOException {
    // What is in memory already has a bound, and its stream would copy it piece by piece.
    byte[] all =
        in instanceof ByteArrayInputStream
            ? in.readAllBytes()
            : in.readNBytes((int) Math.min(Integer.MAX_VALUE, max - seen + 1));
    count(all.length);
    return all;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int n) throws FormatException {
    seen += n;
    check(seen, max);
  }

  static void check(long size, long max) throws FormatException {
    if (size > max) {
      throw new FormatException("byte " + (max + 1), "document larger than " + max + " bytes");
    }
  }
}
