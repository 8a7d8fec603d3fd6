package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/**
 * A trust list that is no more than certificates, as countries publish them: PEM (RFC 7468, section
 * 5), block after block, or base64 of DER, one certificate a line. Empty lines and lines that begin
 * with {@code #} are passed over.
 *
 * <p>Certificates this platform cannot use are passed over and said, so that one country's choice
 * of a key takes nobody else's away. Text that is damaged makes the whole list unusable. A list
 * that was cut off between two certificates cannot be told from a shorter one: whoever fetches it
 * checks its length or its signature. Immutable, thread-safe.
 */
public final class PlainTrustList {
  /** The largest list in bytes. */
  public static final int MAX_BYTES = 32 * 1024 * 1024;

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private final TrustList list;
  private final List<Violation> skipped;

  private PlainTrustList(TrustList list, List<Violation> skipped) {
    this.list = list;
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Reads a list.
   *
   * @param text ASCII
   * @param asOf when its source said this; when nothing signed says so, when it was fetched
   * @return the list
   * @throws TrustException {@code MALFORMED} when it is too large, damaged, or without a
   *     certificate that can be used; {@code BUDGET_EXCEEDED} when it has more than {@link
   *     TrustList#MAX_NAMES} certificates, repeated ones included
   */
  public static PlainTrustList read(byte[] text, Instant asOf) {
    if (text.length > MAX_BYTES) {
      throw malformed("is larger than " + MAX_BYTES + " bytes");
    }
    return new Reader(asOf).read(new String(text, StandardCharsets.ISO_8859_1));
  }

  private static TrustException malformed(String what) {
    return new TrustException(Reason.MALFORMED, "plain trust list", what, "certificate");
  }

  /**
   * The keys.
   *
   * @return the list
   */
  public TrustList list() {
    return list;
  }

  /**
   * What was passed over, and why.
   *
   * @return places and reasons
   */
  public List<Violation> skipped() {
    return skipped;
  }

  @Override
  public String toString() {
    return list + ", " + skipped.size() + " passed over";
  }

  /** Reads line after line, and no more certificates than a list may have. */
  private static final class Reader {
    private final TrustList.Builder list;
    private final List<Violation> skipped = new ArrayList<>();
    private int certificates;

    Reader(Instant asOf) {
      list = TrustList.asOf(asOf);
    }

    PlainTrustList read(String text) {
      StringBuilder block = new StringBuilder();
      boolean inBlock = false;
      for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
        String content = lines.next().strip();
        if (content.equals(BEGIN) && !inBlock) {
          inBlock = true;
        } else if (content.equals(END) && inBlock) {
          add(base64(block.toString()));
          block.setLength(0);
          inBlock = false;
        } else if (inBlock) {
          block.append(content);
        } else if (!content.isEmpty() && !content.startsWith("#")) {
          add(base64(content));
        }
      }
      if (inBlock) {
        throw malformed("is cut off");
      }
      TrustList built = list.build();
      if (built.size() == 0) {
        throw malformed("has no certificate that can be used");
      }
      return new PlainTrustList(built, skipped);
    }

    private void add(byte[] der) {
      String where = "certificate " + certificates++;
      if (certificates > TrustList.MAX_NAMES) {
        throw new TrustException(
            Reason.BUDGET_EXCEEDED,
            "plain trust list",
            "has more than " + TrustList.MAX_NAMES + " certificates",
            where);
      }
      if (!isWhole(der)) {
        throw malformed("has a " + where + " that is damaged");
      }
      try {
        X509Certificate certificate = SignerCertificates.read(der);
        list.add(certificate);
      } catch (TrustException e) {
        skipped.add(new Violation(Violation.UNSUPPORTED, where, "cannot be used"));
      }
    }

    private static byte[] base64(String text) {
      try {
        return Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw malformed("has a certificate that is no base64");
      }
    }
  }

  /** One SEQUENCE of the length it says (X.690, 8.1.3): nothing was cut off or put behind it. */
  private static boolean isWhole(byte[] der) {
    if (der.length < 2 || der[0] != 0x30) {
      return false;
    }
    int length = der[1] & 0xff;
    int head = 2;
    if (length > 0x80) {
      int more = length & 0x7f;
      if (more > Integer.BYTES - 1 || der.length < head + more) {
        return false;
      }
      length = 0;
      for (int i = 0; i < more; i++) {
        length = (length << Byte.SIZE) | (der[head + i] & 0xff);
      }
      head += more;
    }
    return der.length == head + length;
  }
}
