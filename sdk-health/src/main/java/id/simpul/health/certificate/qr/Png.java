package id.simpul.health.certificate.qr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes a code as PNG (RFC 2083): one bit a pixel, no filter. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private Png() {}

  static byte[] of(QrCode code, int scale) {
    int side = (code.size() + 2 * QrCode.QUIET_ZONE) * scale;
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    // Width, height, one bit, grey, and the one method there is of each other kind.
    byte[] head = ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array();
    chunk(png, "IHDR", head);
    chunk(png, "IDAT", pixels(code, scale, side));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] pixels(QrCode code, int scale, int side) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      byte[] row = new byte[1 + (side + Byte.SIZE - 1) / Byte.SIZE];
      for (int y = 0; y < side; y++) {
        fill(row, code, y / scale - QrCode.QUIET_ZONE, scale);
        out.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An array takes what is written to it", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** White is 1; the first byte says that the row has no filter. */
  private static void fill(byte[] row, QrCode code, int y, int scale) {
    int side = (code.size() + 2 * QrCode.QUIET_ZONE) * scale;
    Arrays.fill(row, (byte) 0);
    for (int x = 0; x < side; x++) {
      if (!code.isDark(x / scale - QrCode.QUIET_ZONE, y)) {
        row[1 + x / Byte.SIZE] |= (byte) (0x80 >>> (x % Byte.SIZE));
      }
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }
}
