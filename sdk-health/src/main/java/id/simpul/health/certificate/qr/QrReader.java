package id.simpul.health.certificate.qr;

import id.simpul.health.certificate.qr.QrException.Reason;
import id.simpul.health.internal.qr.ZxingReader;
import id.simpul.health.internal.qr.ZxingReader.Found;

/**
 * Reads the QR code in a picture. What it holds is the text of a stranger, for a verifier. Nothing
 * is kept of a picture.
 */
public final class QrReader {
  /** The largest picture in bytes. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** The most pixels; a picture of more is not opened. */
  public static final int MAX_PIXELS = 25_000_000;

  private static final String HEALTH_CERTIFICATE = "HC1:";
  private static final int OPAQUE = 255;

  private QrReader() {}

  /**
   * Reads a picture of a form this platform knows, PNG and JPEG among them. Needs the module {@code
   * java.desktop}.
   *
   * @param picture the file
   * @return what its code holds
   * @throws QrException when it is too large or no picture, has no code, or one of a health
   *     certificate in the mode for bytes; {@code LIBRARY_MISSING} without ZXing
   */
  public static String read(byte[] picture) {
    if (picture.length > MAX_BYTES) {
      throw new QrException(Reason.PICTURE_TOO_LARGE, "is in a file that is too large", null);
    }
    try {
      return PictureFile.open(picture).code();
    } catch (NoClassDefFoundError e) { // a runtime image without java.desktop
      throw QrException.withoutLibrary(e);
    }
  }

  /**
   * Reads pixels, for platforms with pictures of their own.
   *
   * @param argb alpha, red, green and blue, row after row
   * @param width pixels a row, which divide all of them
   * @return what the code holds
   * @throws QrException as {@link #read(byte[])}
   * @throws IllegalArgumentException when the pixels are no rows
   */
  public static String read(int[] argb, int width) {
    if (width < 1 || argb.length == 0 || argb.length % width != 0) {
      throw new IllegalArgumentException("Pixels are whole rows");
    }
    if (argb.length > MAX_PIXELS) {
      throw new QrException(Reason.PICTURE_TOO_LARGE, "is in a picture that is too large", null);
    }
    int[] seen = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      seen[i] = onWhite(argb[i]);
    }
    Found found = find(seen, width);
    // Checks of the EU, Q2; electronic health certificates, section 4.2.2.
    if (found.bytes() && found.text().startsWith(HEALTH_CERTIFICATE)) {
      throw new QrException(
          Reason.WRONG_MODE, "has a health certificate in the mode for bytes", null);
    }
    return found.text();
  }

  private static Found find(int[] pixels, int width) {
    try {
      return ZxingReader.decode(pixels, width)
          .orElseThrow(() -> new QrException(Reason.NO_CODE, "cannot be found or read", null));
    } catch (NoClassDefFoundError e) {
      throw QrException.withoutLibrary(e);
    }
  }

  /** Codes are drawn on nothing, too, which is black to whoever does not know of it. */
  private static int onWhite(int argb) {
    int alpha = argb >>> 24;
    if (alpha == OPAQUE) {
      return argb;
    }
    int red = over(argb >> 16, alpha);
    int green = over(argb >> 8, alpha);
    return OPAQUE << 24 | red << 16 | green << 8 | over(argb, alpha);
  }

  private static int over(int colour, int alpha) {
    return ((colour & OPAQUE) * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
  }
}
