package id.simpul.health.internal.hcert;

import id.simpul.core.format.FormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compressed streams of strangers, opened into pieces that together never pass a fixed size. A
 * stream is whole, ends where its bytes end, and needs no preset dictionary; the check sum of zlib
 * must fit.
 */
public enum Deflate {
  /** A zlib stream (RFC 1950), with its Adler-32. */
  ZLIB(false),
  /** A bare deflate stream (RFC 1951). */
  RAW(true);

  private static final int SCRATCH_BYTES = 1024;

  /** How many times as long what a stream opens to usually is, at most. */
  private static final long USUAL_RATIO = 4;

  private final boolean nowrap;

  Deflate(boolean nowrap) {
    this.nowrap = nowrap;
  }

  /**
   * Opens a stream. The limit is absolute: no memory is taken beyond it, whatever the stream holds.
   *
   * @param stream the bytes, not changed
   * @param maxBytes how many it may open to
   * @return what it opens to
   * @throws FormatException when it is no such stream or opens to more
   */
  public byte[] inflate(byte[] stream, int maxBytes) throws FormatException {
    Inflater inflater = new Inflater(nowrap);
    try {
      inflater.setInput(stream);
      byte[] opened = fill(inflater, stream.length, maxBytes);
      if (inflater.getRemaining() > 0) {
        throw fail("has bytes after its end");
      }
      return opened;
    } catch (DataFormatException e) {
      throw new FormatException("compressed stream", "is no such stream", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] fill(Inflater inflater, int streamLength, int maxBytes)
      throws DataFormatException, FormatException {
    // One byte more than allowed, so that a stream that stops there is told from one that goes on.
    int most = maxBytes + 1;
    List<byte[]> full = new ArrayList<>();
    byte[] piece = new byte[(int) Math.min(most, USUAL_RATIO * Math.max(streamLength, 1L))];
    int before = 0;
    int length = 0;
    while (!inflater.finished()) {
      int opened = inflater.inflate(piece, length, piece.length - length);
      length += opened;
      if (before + length == most) {
        throw fail("opens to more than " + maxBytes + " bytes");
      }
      if (length == piece.length) {
        full.add(piece);
        before += length;
        piece = new byte[Math.min(most - before, before)];
        length = 0;
        continue;
      }
      if (opened == 0 && inflater.needsDictionary()) {
        throw fail("needs a preset dictionary");
      }
      if (opened == 0 && !inflater.finished()) {
        throw fail("is cut off");
      }
    }
    full.add(Arrays.copyOf(piece, length));
    return joined(full, before + length);
  }

  private static byte[] joined(List<byte[]> pieces, int length) {
    if (pieces.size() == 1) {
      return pieces.get(0);
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    pieces.forEach(all::put);
    return all.array();
  }

  /**
   * Makes a stream at the highest level.
   *
   * @param bytes what it opens to
   * @return the stream
   */
  public byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, nowrap);
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

  private static FormatException fail(String reason) {
    return new FormatException("compressed stream", reason);
  }
}
