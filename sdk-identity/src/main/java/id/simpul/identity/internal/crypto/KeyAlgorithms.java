package id.simpul.identity.internal.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What kinds of key are called in ASN.1. */
final class KeyAlgorithms {
  /** RFC 8410, section 3: no parameters. */
  static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

  /** RFC 5480, section 2.1.1: a named curve. */
  static final AlgorithmIdentifier P256 =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);

  /** RFC 9881, section 2: no parameters. */
  static final AlgorithmIdentifier ML_DSA_65 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);

  private KeyAlgorithms() {}

  /** RFC 5280, section 4.1.2.7. */
  static byte[] subjectPublicKeyInfo(AlgorithmIdentifier algorithm, byte[] key) {
    try {
      return new SubjectPublicKeyInfo(algorithm, key).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
  }
}
