package id.simpul.benchmarks.sample;

import id.simpul.benchmarks.BenchmarkException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The arithmetic of a signed exchange without anything around it: SHA-256 of content, Ed25519 over
 * a text as long as a signature base. Bouncy Castle's own functions, keys prepared once, as our
 * keys are. Thread-safe.
 */
public final class BareSignature {
  /** About as long as the text that one of our signatures covers. */
  public static final int BASE_LENGTH = 600;

  private final byte[] privateKey = new byte[Ed25519.SECRET_KEY_SIZE];
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final byte[] base;
  private final byte[] signature;
  private final Ed25519.PublicPoint point;

  /** Makes a key and one signature of a text that is about as long. */
  public BareSignature() {
    this(new byte[BASE_LENGTH]);
  }

  /**
   * Makes a key and one signature.
   *
   * @param base what is signed
   */
  public BareSignature(byte[] base) {
    this.base = base.clone();
    Ed25519.generatePrivateKey(new SecureRandom(), privateKey);
    Ed25519.generatePublicKey(privateKey, 0, publicKey, 0);
    this.point = Ed25519.validatePublicKeyPartialExport(publicKey, 0);
    this.signature = sign();
  }

  /**
   * Signs.
   *
   * @return a signature
   */
  public byte[] sign() {
    byte[] made = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(privateKey, 0, publicKey, 0, base, 0, base.length, made, 0);
    return made;
  }

  /** Verifies. */
  public void verify() {
    if (!Ed25519.verify(signature, 0, point, base, 0, base.length)) {
      throw BenchmarkException.invalid("Ed25519", "does not verify what it signed");
    }
  }

  /**
   * Digests.
   *
   * @param content any bytes
   * @return 32 bytes
   */
  public static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
