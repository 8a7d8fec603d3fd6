package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** ES256 for a provider that speaks ASN.1 (RFC 3279, section 2.2.3) where JOSE has r and s. */
final class DerSignatures {
  private DerSignatures() {}

  static Verifier verifier(Verifier der) {
    return (message, signature) ->
        signature.length == SignatureAlgorithm.ES256.signatureLength()
            && der.verify(message, toDer(signature));
  }

  static Signer signer(Signer der) {
    return message -> fromDer(der.sign(message));
  }

  static byte[] toDer(byte[] signature) {
    ASN1Integer r = new ASN1Integer(P256.unsigned(signature, 0));
    ASN1Integer s = new ASN1Integer(P256.unsigned(signature, P256.FIELD_LENGTH));
    try {
      return new DERSequence(r, s).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
  }

  private static byte[] fromDer(byte[] der) {
    BigInteger n = P256.DOMAIN.getN();
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(n, der);
      return PlainDSAEncoding.INSTANCE.encode(n, rs[0], rs[1]);
    } catch (IOException | RuntimeException e) {
      // The ASN.1 readers throw many unchecked kinds.
      throw new TrustException(
          Reason.KEY_UNUSABLE, "ES256 key", "gave a signature that is none", "provider", e);
    }
  }
}
