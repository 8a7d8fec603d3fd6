package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The zlib streams (RFC 1950) of status lists: any level and window, no dictionary, no rest. */
final class StatusZlib {
  private static final int SCRATCH_BYTES = 8 * 1024;

  private StatusZlib() {}

  static byte[] deflate(byte[] bytes) {
    // Section 4.1 of the draft recommends the highest level.
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      byte[] scratch = new byte[SCRATCH_BYTES];
      while (!deflater.finished()) {
        stream.write(scratch, 0, deflater.deflate(scratch));
      }
      return stream.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Opens a stream. The limit is absolute and not a ratio: a list in which all is well shrinks to a
   * thousandth, as a bomb does.
   */
  static byte[] inflate(byte[] stream, int maxBytes) {
    Inflater inflater = new Inflater();
    try {
      // Measured first, so that memory is taken for what is kept and never for a bomb.
      byte[] bytes = new byte[measure(inflater, stream, maxBytes)];
      inflater.reset();
      inflater.setInput(stream);
      int filled = 0;
      while (filled < bytes.length) {
        filled += inflater.inflate(bytes, filled, bytes.length - filled);
      }
      return bytes;
    } catch (DataFormatException e) {
      throw malformed("is no zlib stream", e);
    } finally {
      inflater.end();
    }
  }

  private static int measure(Inflater inflater, byte[] stream, int maxBytes)
      throws DataFormatException {
    byte[] scratch = new byte[SCRATCH_BYTES];
    int length = 0;
    inflater.setInput(stream);
    while (!inflater.finished()) {
      int opened = inflater.inflate(scratch);
      length += opened;
      if (length > maxBytes) {
        throw malformed("opens to more than " + maxBytes + " bytes", null);
      }
      if (opened == 0 && inflater.needsDictionary()) {
        throw malformed("needs a preset dictionary", null);
      }
      if (opened == 0 && inflater.needsInput()) {
        throw malformed("is cut off", null);
      }
    }
    if (inflater.getRemaining() > 0) {
      throw malformed("has bytes after its end", null);
    }
    return length;
  }

  private static TrustException malformed(String what, @Nullable Throwable cause) {
    return new TrustException(Reason.MALFORMED, "status list", what, "lst", cause);
  }
}
