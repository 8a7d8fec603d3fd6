package id.simpul.health.internal.cose;

import id.simpul.core.format.FormatException;
import id.simpul.health.internal.cbor.CborArray;
import id.simpul.health.internal.cbor.CborBytes;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborReader;
import id.simpul.health.internal.cbor.CborTag;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import id.simpul.health.internal.cbor.CborWriter;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message with one signature (RFC 9052, section 4.2), whose payload it carries and to which
 * nothing is added from outside. What was signed is kept as it came. Immutable.
 */
public final class CoseSign1 {
  private static final long TAG = 18;
  private static final long CWT_TAG = 61;
  private static final long ALG = 1;
  private static final long CRIT = 2;
  private static final long KID = 4;
  private static final int PARTS = 4;
  private static final CborText CONTEXT = new CborText("Signature1");
  private static final CborBytes NOTHING = CborBytes.of(new byte[0]);

  private final CborBytes protectedBytes;
  private final CborMap protectedHeader;
  private final CborMap unprotectedHeader;
  private final CborBytes payload;
  private final CborBytes signature;

  private CoseSign1(
      CborBytes protectedBytes,
      CborMap protectedHeader,
      CborMap unprotectedHeader,
      List<CborBytes> payloadAndSignature) {
    this.protectedBytes = protectedBytes;
    this.protectedHeader = protectedHeader;
    this.unprotectedHeader = unprotectedHeader;
    payload = payloadAndSignature.get(0);
    signature = payloadAndSignature.get(1);
  }

  /**
   * Reads a message: tagged as COSE_Sign1, as a CWT that holds one (RFC 8392, section 6), or not
   * tagged at all.
   *
   * @param bytes the message
   * @param limits how much to take, of the message and of its protected header
   * @return the message, not verified
   * @throws FormatException when it is anything else, or has a header parameter that must be
   *     understood ({@code crit}; none is)
   */
  public static CoseSign1 read(byte[] bytes, CborLimits limits) throws FormatException {
    return of(CborReader.read(bytes, limits), limits);
  }

  private static CoseSign1 of(CborValue message, CborLimits limits) throws FormatException {
    CborValue content = message;
    if (content instanceof CborTag cwt && cwt.tag() == CWT_TAG) {
      content = cwt.content();
      if (!(content instanceof CborTag)) {
        throw fail("the tag of a CWT without the tag of its message");
      }
    }
    if (content instanceof CborTag tag && tag.tag() == TAG) {
      content = tag.content();
    }
    if (!(content instanceof CborArray array) || array.items().size() != PARTS) {
      throw fail("no COSE_Sign1 message of four parts");
    }
    CborBytes protectedBytes = bytes(array, 0);
    if (!(array.items().get(1) instanceof CborMap unprotectedHeader)) {
      throw fail("the unprotected header is no map");
    }
    CborMap protectedHeader = header(protectedBytes, limits);
    if (protectedHeader.get(CRIT).isPresent() || unprotectedHeader.get(CRIT).isPresent()) {
      throw fail("a header parameter that must be understood");
    }
    return new CoseSign1(
        protectedBytes,
        protectedHeader,
        unprotectedHeader,
        List.of(bytes(array, 2), bytes(array, 3)));
  }

  private static CborBytes bytes(CborArray array, int part) throws FormatException {
    if (array.items().get(part) instanceof CborBytes bytes) {
      return bytes;
    }
    throw fail("part " + part + " is no byte string");
  }

  /** Section 3: a map, or nothing when it would be empty. */
  private static CborMap header(CborBytes encoded, CborLimits limits) throws FormatException {
    if (encoded.length() == 0) {
      return CborMap.EMPTY;
    }
    if (CborReader.read(encoded.bytes(), limits) instanceof CborMap map) {
      return map;
    }
    throw fail("the protected header is no map");
  }

  /**
   * Signs a payload.
   *
   * @param key a key for ES256
   * @param kid the key's name, which stands in the protected header
   * @param payload what is signed
   * @return the message, tagged as COSE_Sign1, in the one deterministic form
   */
  public static byte[] sign(SigningKey key, byte[] kid, byte[] payload) {
    Map<CborValue, CborValue> header = new LinkedHashMap<>();
    header.put(CborInteger.of(ALG), CborInteger.of(CoseAlgorithm.ES256.number()));
    header.put(CborInteger.of(KID), CborBytes.of(kid));
    CborBytes protectedBytes = CborBytes.of(CborWriter.write(new CborMap(header)));
    CborBytes content = CborBytes.of(payload);
    CborBytes signature = CborBytes.of(key.sign(toBeSigned(protectedBytes, content)));
    CborArray message = CborArray.of(protectedBytes, CborMap.EMPTY, content, signature);
    return CborWriter.write(new CborTag(TAG, message));
  }

  /** Section 4.4: the Sig_structure, with the protected header as it came. */
  private static byte[] toBeSigned(CborBytes protectedBytes, CborBytes payload) {
    return CborWriter.write(CborArray.of(CONTEXT, protectedBytes, NOTHING, payload));
  }

  /**
   * The algorithm. The protected header wins; the other counts only when that has none, because
   * issuers of health certificates wrote it there.
   *
   * @return the algorithm, or empty when there is none or one that is not taken
   */
  public Optional<CoseAlgorithm> algorithm() {
    CborMap header = protectedHeader.get(ALG).isPresent() ? protectedHeader : unprotectedHeader;
    return header
        .get(ALG)
        .filter(CborInteger.class::isInstance)
        .map(CborInteger.class::cast)
        .flatMap(alg -> alg.asLong().stream().boxed().findFirst())
        .flatMap(CoseAlgorithm::of);
  }

  /**
   * The name of the key. The protected header wins.
   *
   * @return the bytes, or empty when there is none or it is no byte string
   */
  public Optional<byte[]> kid() {
    CborMap header = protectedHeader.get(KID).isPresent() ? protectedHeader : unprotectedHeader;
    return header
        .get(KID)
        .filter(CborBytes.class::isInstance)
        .map(kid -> ((CborBytes) kid).bytes());
  }

  /**
   * The payload, which nobody has vouched for until {@link #isSignedBy} says so.
   *
   * @return a copy
   */
  public byte[] payload() {
    return payload.bytes();
  }

  /**
   * The signature.
   *
   * @return a copy
   */
  public byte[] signature() {
    return signature.bytes();
  }

  /**
   * How long the signature is.
   *
   * @return bytes
   */
  public int signatureLength() {
    return signature.length();
  }

  /**
   * Whether a key signed this message.
   *
   * @param key a key of the message's algorithm
   * @return true only when it did
   */
  public boolean isSignedBy(DocumentKey key) {
    // A header of no entries is signed as nothing (section 4.4), in whichever form it came.
    CborBytes signed = protectedHeader.entries().isEmpty() ? NOTHING : protectedBytes;
    return key.verify(toBeSigned(signed, payload), signature.bytes());
  }

  private static FormatException fail(String reason) {
    return new FormatException("COSE", reason);
  }

  @Override
  public String toString() {
    return "COSE_Sign1";
  }
}
