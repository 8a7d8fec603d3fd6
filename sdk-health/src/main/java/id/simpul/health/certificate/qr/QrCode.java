package id.simpul.health.certificate.qr;

import id.simpul.health.certificate.qr.QrException.Reason;
import id.simpul.health.internal.qr.ZxingWriter;
import id.simpul.health.internal.qr.ZxingWriter.Modules;

/**
 * A QR code, to be drawn: as SVG for a page, as PNG for everything else. Immutable, thread-safe;
 * {@code toString} shows its size alone.
 */
public final class QrCode {
  /** Empty modules around a code (ISO/IEC 18004, 6.3.8). */
  public static final int QUIET_ZONE = 4;

  /** The most pixels a module may have a side. */
  public static final int MAX_SCALE = 64;

  private final Modules modules;

  private QrCode(Modules modules) {
    this.modules = modules;
  }

  /**
   * Makes a code.
   *
   * @param text what it holds
   * @param level how much of it may get lost
   * @return the code
   * @throws QrException {@code TEXT_TOO_LONG} when no code holds as much, {@code LIBRARY_MISSING}
   *     without ZXing
   */
  public static QrCode of(String text, QrLevel level) {
    try {
      return ZxingWriter.encode(text, level.name())
          .map(QrCode::new)
          .orElseThrow(() -> new QrException(Reason.TEXT_TOO_LONG, "cannot hold as much", null));
    } catch (NoClassDefFoundError e) {
      throw QrException.withoutLibrary(e);
    }
  }

  /**
   * The code of an HCERT, at level Q (electronic health certificates, section 4.2.2).
   *
   * @param text {@code HC1:} and so on
   * @return the code
   * @throws QrException as {@link #of}
   */
  public static QrCode ofHealthCertificate(String text) {
    return of(text, QrLevel.Q);
  }

  /**
   * The code of a SMART Health Card: its digits in the mode for digits, at level L.
   *
   * @param text {@code shc:/} and digits, from {@code HealthCardIssuer.qrText}
   * @return the code
   * @throws QrException as {@link #of}
   */
  public static QrCode ofHealthCard(String text) {
    return of(text, QrLevel.L);
  }

  /**
   * How many modules it has a side, without the empty ones around.
   *
   * @return from 21 to 177
   */
  public int size() {
    return modules.size();
  }

  /**
   * Whether a module is dark.
   *
   * @param x its column, from 0
   * @param y its row, from 0
   * @return false beyond the code, too
   */
  public boolean isDark(int x, int y) {
    int size = modules.size();
    return x >= 0 && y >= 0 && x < size && y < size && modules.dark().get(y * size + x);
  }

  /**
   * The code as a picture that stays sharp at any size, with the empty modules around it.
   *
   * @param label what it is, for people who do not see it
   * @return an {@code svg} element, black on white, without script or anything from elsewhere
   */
  public String toSvg(String label) {
    int side = size() + 2 * QUIET_ZONE;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      for (int x = 0; x < size(); x++) {
        int from = x;
        while (isDark(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
          path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 "
        + (side + " " + side)
        + "\" shape-rendering=\"crispEdges\"><title>"
        + escaped(label)
        + "</title><path fill=\"#fff\" d=\"M0 0h"
        + (side + "v" + side + "h-" + side)
        + "z\"/><path fill=\"#000\" d=\""
        + path
        + "\"/></svg>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The code as a PNG picture, black on white, with the empty modules around it.
   *
   * @param scale pixels of a module a side, from 1 to {@link #MAX_SCALE}; 4 and more can be read
   *     from a screen
   * @return the file
   * @throws IllegalArgumentException for another scale
   */
  public byte[] toPng(int scale) {
    if (scale < 1 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("A module has 1 to " + MAX_SCALE + " pixels a side");
    }
    return Png.of(this, scale);
  }

  @Override
  public String toString() {
    return "QR code of " + size() + " modules a side";
  }
}
