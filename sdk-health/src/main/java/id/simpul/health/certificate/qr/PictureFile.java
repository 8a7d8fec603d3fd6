package id.simpul.health.certificate.qr;

import id.simpul.health.certificate.qr.QrException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of this platform, in a class of its own, because it links to {@code java.desktop}. Their
 * size is asked for before they are opened.
 */
final class PictureFile {
  private final BufferedImage image;

  private PictureFile(BufferedImage image) {
    this.image = image;
  }

  static PictureFile open(byte[] file) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable(null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels < 1 || pixels > QrReader.MAX_PIXELS) {
          throw new QrException(
              Reason.PICTURE_TOO_LARGE, "is in a picture that is too large", null);
        }
        return new PictureFile(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw unreadable(e); // readers of this platform say it in many ways
    }
  }

  private static QrException unreadable(@Nullable Exception cause) {
    return new QrException(Reason.PICTURE_UNREADABLE, "is in no picture that can be read", cause);
  }

  String code() {
    int width = image.getWidth();
    int height = image.getHeight();
    return QrReader.read(image.getRGB(0, 0, width, height, null, 0, width), width);
  }
}
