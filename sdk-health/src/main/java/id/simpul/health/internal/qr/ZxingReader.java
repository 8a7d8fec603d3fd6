package id.simpul.health.internal.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds QR codes with ZXing. */
public final class ZxingReader {
  private static final List<Map<DecodeHintType, Object>> WAYS =
      List.of(
          Map.of(DecodeHintType.TRY_HARDER, true),
          Map.of(),
          // A picture that somebody drew, in which the search for corners can go wrong.
          Map.of(DecodeHintType.PURE_BARCODE, true));

  /**
   * What a code holds.
   *
   * @param text its text
   * @param bytes whether some of it is in the mode for bytes
   */
  public record Found(String text, boolean bytes) {}

  private ZxingReader() {}

  /**
   * Finds one code.
   *
   * @param pixels red, green and blue, row after row, without anything to see through
   * @param width pixels a row
   * @return what it holds, or empty when there is no code that can be read
   */
  public static Optional<Found> decode(int[] pixels, int width) {
    LuminanceSource source = new RGBLuminanceSource(width, pixels.length / width, pixels);
    for (Map<DecodeHintType, Object> way : WAYS) {
      for (Binarizer binarizer :
          List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
        Optional<Found> found = decode(binarizer, way);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> decode(Binarizer binarizer, Map<DecodeHintType, Object> way) {
    try {
      Result result = new QRCodeReader().decode(new BinaryBitmap(binarizer), way);
      Map<ResultMetadataType, Object> metadata = result.getResultMetadata();
      boolean bytes = metadata != null && metadata.containsKey(ResultMetadataType.BYTE_SEGMENTS);
      return Optional.of(new Found(result.getText(), bytes));
    } catch (NotFoundException | ChecksumException | FormatException e) {
      return Optional.empty(); // another way may find one
    }
  }
}
