package id.simpul.identity.internal.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** Private keys as PKCS#8 (RFC 5208; RFC 5958 when read). */
public final class Pkcs8 {
  /** RFC 9881, section 6: the tag of the seed. */
  static final int SEED_TAG = 0;

  private Pkcs8() {}

  static byte[] write(AlgorithmIdentifier algorithm, ASN1Encodable key) {
    try {
      return new PrivateKeyInfo(algorithm, key).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
  }

  /**
   * Reads an unencrypted private key.
   *
   * @param der the bytes, nothing after them
   * @return the key, or empty when it is none, of another kind than Ed25519, P-256 and ML-DSA-65,
   *     carries a public key that is not its own, or is an ML-DSA-65 key without its seed
   */
  public static Optional<LocalSigningKey> read(byte[] der) {
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
      AlgorithmIdentifier algorithm = info.getPrivateKeyAlgorithm();
      if (algorithm.equals(KeyAlgorithms.ED25519)) {
        return ed25519(info).map(key -> key);
      }
      if (algorithm.equals(KeyAlgorithms.ML_DSA_65)) {
        return mlDsa65(info).map(key -> key);
      }
      return algorithm.equals(KeyAlgorithms.P256) ? p256(info).map(key -> key) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // The ASN.1 readers throw many unchecked kinds, and their messages may quote the key.
      return Optional.empty();
    }
  }

  private static Optional<Ed25519PrivateKey> ed25519(PrivateKeyInfo info) throws IOException {
    byte[] seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
    return Ed25519PrivateKey.of(seed)
        .filter(key -> isAbsentOr(info.getPublicKeyData(), key.encodedPublicKey()));
  }

  private static Optional<Es256PrivateKey> p256(PrivateKeyInfo info) throws IOException {
    ECPrivateKey content = ECPrivateKey.getInstance(info.parsePrivateKey());
    return Es256PrivateKey.of(content.getPrivateKey().getOctets())
        .filter(key -> isAbsentOr(content.getPublicKey(), key.encodedPublicKey()))
        .filter(key -> isAbsentOr(info.getPublicKeyData(), key.encodedPublicKey()));
  }

  /** RFC 9881, section 6: the seed, or the seed and what it expands to. */
  private static Optional<MlDsa65PrivateKey> mlDsa65(PrivateKeyInfo info) throws IOException {
    ASN1Primitive content = ASN1Primitive.fromByteArray(info.getPrivateKey().getOctets());
    Optional<MlDsa65PrivateKey> key;
    if (content instanceof ASN1TaggedObject seed && seed.hasContextTag(SEED_TAG)) {
      key = MlDsa65PrivateKey.of(ASN1OctetString.getInstance(seed, false).getOctets());
    } else if (content instanceof ASN1Sequence both && both.size() == 2) {
      byte[] expanded = ASN1OctetString.getInstance(both.getObjectAt(1)).getOctets();
      key =
          MlDsa65PrivateKey.of(ASN1OctetString.getInstance(both.getObjectAt(0)).getOctets())
              .filter(seed -> MessageDigest.isEqual(seed.expanded(), expanded));
    } else {
      key = Optional.empty(); // the expanded form alone cannot be written as a JWK, RFC 9964, 4
    }
    return key.filter(k -> isAbsentOr(info.getPublicKeyData(), k.encodedPublicKey()));
  }

  private static boolean isAbsentOr(@Nullable ASN1BitString found, byte[] expected) {
    return found == null || Arrays.equals(found.getOctets(), expected);
  }
}
