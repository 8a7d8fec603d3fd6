package id.simpul.identity.internal.crypto;

import id.simpul.identity.DocumentAlgorithm;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8230, section 2). */
final class Ps256DocumentVerifier implements DocumentVerifier {
  private static final int SALT_LENGTH = 32;

  private final RSAKeyParameters parameters;
  private final int length;

  Ps256DocumentVerifier(RSAKeyParameters parameters) {
    this.parameters = parameters;
    length = (parameters.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  @Override
  public DocumentAlgorithm algorithm() {
    return DocumentAlgorithm.PS256;
  }

  @Override
  public int signatureLength() {
    return length;
  }

  /** RFC 8017, section 8.1.2: exactly as long as the modulus; section 5.2.2: below it. */
  @Override
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != length
        || new BigInteger(1, signature).compareTo(parameters.getModulus()) >= 0) {
      return false;
    }
    PSSSigner verifier = new PSSSigner(new RSAEngine(), new SHA256Digest(), SALT_LENGTH);
    verifier.init(false, parameters);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
