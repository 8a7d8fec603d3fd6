package id.simpul.health.internal.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** Makes QR codes with ZXing. */
public final class ZxingWriter {
  /**
   * A code.
   *
   * @param size modules a side
   * @param dark row after row
   */
  public record Modules(int size, BitSet dark) {}

  private ZxingWriter() {}

  /**
   * Makes a code.
   *
   * @param text what it holds; digits, capitals and other text each in their shortest mode
   * @param level L, M, Q or H
   * @return its modules, or empty when no code holds as much
   */
  public static Optional<Modules> encode(String text, String level) {
    try {
      ByteMatrix matrix =
          Encoder.encode(
                  text,
                  ErrorCorrectionLevel.valueOf(level),
                  Map.of(EncodeHintType.QR_COMPACT, true))
              .getMatrix();
      int size = matrix.getWidth();
      BitSet dark = new BitSet(size * size);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          dark.set(y * size + x, matrix.get(x, y) == 1);
        }
      }
      return Optional.of(new Modules(size, dark));
    } catch (WriterException e) {
      return Optional.empty(); // too much for the largest code
    }
  }
}
