package id.simpul.identity.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Headers;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Dictionary;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.Member;
import id.simpul.identity.internal.sf.SfReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The {@code Content-Digest} field (RFC 9530, section 2): a digest of the bytes on the wire, before
 * any decoding. SHA-256 is sent; SHA-256 and SHA-512 are taken.
 */
public final class ContentDigest {
  /** The field's name. */
  public static final String FIELD = "Content-Digest";

  private static final String SENT = "sha-256";
  private static final Map<String, String> ALGORITHMS =
      Map.of(SENT, "SHA-256", "sha-512", "SHA-512");

  private ContentDigest() {}

  /**
   * The field value for content.
   *
   * @param content the bytes on the wire
   * @return {@code sha-256=:...:}
   */
  public static String of(byte[] content) {
    return SENT + "=:" + Base64.getEncoder().encodeToString(digest(SENT, content)) + ":";
  }

  /**
   * Checks a field value against content. Every digest in it has to fit; the comparison takes the
   * same time wherever they differ.
   *
   * @param fieldValue the value, its lines joined by {@code ", "}
   * @param content the bytes on the wire
   * @throws TrustException {@code MALFORMED} when it is no dictionary of byte sequences, is empty,
   *     too long or names an algorithm twice; {@code NOT_ALLOWED} for an algorithm other than
   *     {@code sha-256} and {@code sha-512}; {@code DIGEST_MISMATCH} when a digest does not fit
   */
  public static void verify(String fieldValue, byte[] content) {
    try {
      check(fieldValue, content);
    } catch (Refused e) {
      throw e.by("sender");
    }
  }

  /** Checks the field of these headers, if they have it. */
  static void check(Headers headers, byte[] content) throws Refused {
    String value = FieldLines.joined(headers, FIELD);
    if (value != null) {
      check(value, content);
    }
  }

  private static void check(String value, byte[] content) throws Refused {
    FieldLines.checkLength(value, FIELD);
    Dictionary digests = read(value);
    if (digests.members().isEmpty()) {
      throw new Refused(Reason.MALFORMED, "holds no digest", FIELD);
    }
    for (Map.Entry<String, Member> entry : digests.members().entrySet()) {
      check(entry.getKey(), entry.getValue(), content);
    }
  }

  private static Dictionary read(String value) throws Refused {
    try {
      return SfReader.uniqueDictionary(value);
    } catch (FormatException e) {
      throw new Refused(Reason.MALFORMED, e.reason(), FIELD + ", " + e.where(), e);
    }
  }

  private static void check(String algorithm, Member digest, byte[] content) throws Refused {
    if (!ALGORITHMS.containsKey(algorithm)) {
      throw new Refused(Reason.NOT_ALLOWED, "uses a digest other than SHA-256 and SHA-512", FIELD);
    }
    if (!(digest instanceof Item item && item.value() instanceof BareItem.BytesItem expected)) {
      throw new Refused(Reason.MALFORMED, "a digest is not a byte sequence", FIELD);
    }
    if (!MessageDigest.isEqual(expected.value(), digest(algorithm, content))) {
      throw new Refused(Reason.DIGEST_MISMATCH, "the digest is not that of the content", FIELD);
    }
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(ALGORITHMS.get(algorithm)).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256 and SHA-512", e);
    }
  }
}
