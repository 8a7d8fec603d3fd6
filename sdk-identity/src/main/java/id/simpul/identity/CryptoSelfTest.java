package id.simpul.identity;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.crypto.Ed25519PrivateKey;
import id.simpul.identity.internal.crypto.Es256PrivateKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Asks the signature code questions with known answers, so that a program that cannot tell a
 * signature from a forgery does not start. Takes a few milliseconds, keeps nothing; a node runs it
 * at every start.
 */
public final class CryptoSelfTest {
  private CryptoSelfTest() {}

  /**
   * Tests every algorithm of this library: a known answer for signing (RFC 8032, section 7.1, test
   * 3; RFC 6979, appendix A.2.5, SHA-256, "sample"), which has to verify, and forgeries that broken
   * libraries have taken: another message, all zero bits (CVE-2022-21449), two bytes, one byte too
   * few, one too many, and none.
   *
   * @throws TrustException {@code KEY_UNUSABLE} with the name of the failed check
   */
  public static void run() {
    HexFormat hex = HexFormat.of();
    byte[] ed25519Seed =
        hex.parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    byte[] ed25519Signature =
        hex.parseHex(
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    check(Ed25519PrivateKey.of(ed25519Seed).orElseThrow(), hex.parseHex("af82"), ed25519Signature);
    byte[] es256Scalar =
        hex.parseHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    byte[] es256Signature =
        hex.parseHex(
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    check(
        Es256PrivateKey.of(es256Scalar).orElseThrow(),
        "sample".getBytes(StandardCharsets.US_ASCII),
        es256Signature);
  }

  static void check(SigningKey key, byte[] message, byte[] signature) {
    VerificationKey publicKey = key.publicKey();
    require(Arrays.equals(key.sign(message), signature), key, "known signature");
    require(publicKey.verify(message, signature), key, "known verification");
    byte[] other = message.clone();
    other[0] ^= 1;
    require(!publicKey.verify(other, signature), key, "another message");
    require(!publicKey.verify(message, new byte[signature.length]), key, "zero signature");
    for (int length : new int[] {0, 2, signature.length - 1, signature.length + 1}) {
      byte[] wrongLength = Arrays.copyOf(signature, length);
      require(!publicKey.verify(message, wrongLength), key, "signature of " + length + " bytes");
    }
  }

  private static void require(boolean passed, SigningKey key, String check) {
    if (!passed) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, key.algorithm().joseName(), "failed its self-test", check);
    }
  }
}
