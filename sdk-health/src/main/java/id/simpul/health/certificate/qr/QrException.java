package id.simpul.health.certificate.qr;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why there is no QR code, or nothing to be read in a picture. It shows nothing of its content. */
public final class QrException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** The reasons. */
  public enum Reason {
    /** ZXing is not there, or, for pictures in files, {@code java.desktop}. */
    LIBRARY_MISSING(
        "Put com.google.zxing:core 3.5.4 or newer beside simpul-health, and for files use a Java"
            + " with java.desktop"),
    /** The text is longer than a code of that level holds. */
    TEXT_TOO_LONG("Shorten the text, or choose a lower level"),
    /** The picture has too many bytes or pixels. */
    PICTURE_TOO_LARGE("Give a smaller picture"),
    /** It is no picture that can be read. */
    PICTURE_UNREADABLE("Give a PNG or JPEG picture"),
    /** There is no QR code in the picture that can be read. */
    NO_CODE("Take the picture again, nearer and in better light"),
    /** A health certificate in another mode than its specification allows. */
    WRONG_MODE("Ask the issuer of the certificate for a new one");

    private final String now;

    Reason(String now) {
      this.now = now;
    }

    /**
     * The stable code.
     *
     * @return a code of the register
     */
    public String code() {
      return "health.qr." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What went wrong. */
  private final Reason reason;

  QrException(Reason reason, String what, @Nullable Throwable cause) {
    super(new Fault(reason.code(), "QR code", what, "picture", reason.now), cause);
    this.reason = reason;
  }

  /**
   * Why.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  static QrException withoutLibrary(LinkageError cause) {
    return new QrException(
        Reason.LIBRARY_MISSING, "cannot be made or read without its library", cause);
  }
}
