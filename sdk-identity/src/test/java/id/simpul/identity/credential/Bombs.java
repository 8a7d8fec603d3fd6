package id.simpul.identity.credential;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

/** Makes zlib streams that open to much. */
final class Bombs {
  static final int MIB = 1024 * 1024;

  private Bombs() {}

  static byte[] deflate(byte[] bytes, int level) {
    Deflater deflater = new Deflater(level);
    deflater.setInput(bytes);
    deflater.finish();
    return drain(deflater, Deflater.NO_FLUSH);
  }

  private static byte[] drain(Deflater deflater, int flush) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[64 * 1024];
    for (int n = deflater.deflate(buffer, 0, buffer.length, flush);
        n > 0;
        n = deflater.deflate(buffer, 0, buffer.length, flush)) {
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  /** A gibibyte of zeros and more, without anybody having held one. */
  static byte[] gibibyte() {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    deflater.setInput(new byte[MIB]);
    stream.writeBytes(drain(deflater, Deflater.SYNC_FLUSH));
    deflater.setInput(new byte[MIB]);
    byte[] again = drain(deflater, Deflater.SYNC_FLUSH);
    deflater.end();
    for (int i = 0; i < 1024; i++) {
      stream.writeBytes(again);
    }
    return stream.toByteArray();
  }

  /** So much that shrinks to about one in {@code ratio}. */
  static byte[] compressible(int length, int ratio) {
    byte[] bytes = new byte[length];
    byte[] noise = new byte[length / ratio];
    new Random(ratio).nextBytes(noise);
    System.arraycopy(noise, 0, bytes, 0, noise.length);
    return bytes;
  }

  static byte[] concat(byte[] a, byte... b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
