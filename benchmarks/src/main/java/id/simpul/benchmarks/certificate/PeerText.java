package id.simpul.benchmarks.certificate;

import id.simpul.health.internal.hcert.Base45;
import java.io.ByteArrayOutputStream;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.zip.Inflater;

/**
 * What libraries of COSE leave to their callers: prefix, Base45 and zlib before them, and after
 * them the checks of time, country and what a certificate has to say. Base45 is ours for all, zlib
 * the platform's without a limit worth the name.
 */
final class PeerText {
  private static final int FIRST_ROOM = 1024;

  private PeerText() {}

  /** The message of a QR code's text. */
  static byte[] message(String text) throws Exception {
    if (!text.startsWith(Hcerts.PREFIX)) {
      throw new SignatureException("refused");
    }
    return inflate(Base45.decode(text.substring(Hcerts.PREFIX.length())), false);
  }

  /** Opens a compressed stream as code samples do. */
  static byte[] inflate(byte[] stream, boolean raw) throws Exception {
    Inflater inflater = new Inflater(raw);
    try {
      inflater.setInput(stream);
      byte[] buffer = new byte[FIRST_ROOM];
      ByteArrayOutputStream opened = new ByteArrayOutputStream(FIRST_ROOM);
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && inflater.needsInput()) {
          throw new SignatureException("refused");
        }
        opened.write(buffer, 0, count);
      }
      return opened.toByteArray();
    } finally {
      inflater.end();
    }
  }

  /** Checks what a certificate claims, and gives what it says. */
  static Object checked(String country, long issued, long expires, String... says)
      throws SignatureException {
    long now = Hcerts.NOW.getEpochSecond();
    if (!Hcerts.COUNTRY.equals(country) || issued > now || expires <= now) {
      throw new SignatureException("refused");
    }
    return Arrays.asList(says);
  }
}
