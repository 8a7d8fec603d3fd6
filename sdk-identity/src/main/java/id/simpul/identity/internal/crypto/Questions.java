package id.simpul.identity.internal.crypto;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * What a library is asked about one good signature: forgeries that broken libraries have taken, and
 * good signatures of uncommon form that some refuse.
 */
final class Questions {
  private static final int HALF = 32;
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final LocalVerificationKey key;
  private final byte[] message;
  private final byte[] good;
  private final List<Question> questions = new ArrayList<>();

  private Questions(LocalVerificationKey key, byte[] message, byte[] good) {
    this.key = key;
    this.message = message;
    this.good = good;
  }

  static List<Question> about(LocalVerificationKey key, byte[] message, byte[] good) {
    Questions about = new Questions(key, message, good);
    about.taken("known verification", good);
    about.common();
    switch (key.algorithm()) {
      case ED25519 -> about.ed25519();
      case ES256 -> about.es256();
      case ML_DSA_65 -> about.mlDsa65();
    }
    // An engine that was asked about forgeries still knows its key.
    about.taken("known verification, again", good);
    return List.copyOf(about.questions);
  }

  private void taken(String name, byte[] signature) {
    questions.add(new Question(name, key, message, signature, true));
  }

  private void refused(String name, byte[] signature) {
    questions.add(new Question(name, key, message, signature, false));
  }

  /** CVE-2022-21449 for the zeros; Wycheproof for the lengths, of which Java's own takes some. */
  private void common() {
    byte[] other = message.clone();
    other[0] ^= 1;
    questions.add(new Question("another message", key, other, good, false));
    refused("zero signature", new byte[good.length]);
    for (int length : new int[] {0, 2, good.length - 1, good.length + 1}) {
      refused("signature of " + length + " bytes", Arrays.copyOf(good, length));
    }
    for (int at : new int[] {0, good.length / 2, good.length - 1}) {
      byte[] changed = good.clone();
      changed[at] ^= 1;
      refused("changed at byte " + at, changed);
    }
  }

  /** RFC 8032, section 5.1.7: S below the order, or one signature has two forms. */
  private void ed25519() {
    byte[] r = Arrays.copyOfRange(good, 0, HALF);
    byte[] s = Arrays.copyOfRange(good, HALF, good.length);
    BigInteger beyond = new BigInteger(1, Arrays.reverse(s)).add(ED25519_ORDER);
    byte[] encoded = Arrays.reverse(BigIntegers.asUnsignedByteArray(HALF, beyond));
    refused("S beyond the order", Arrays.concatenate(r, encoded));
  }

  /** FIPS 186-5, section 6.4.2: r and s in 1 to n-1, and any such pair that fits. */
  private void es256() {
    BigInteger n = P256.DOMAIN.getN();
    BigInteger r = P256.unsigned(good, 0);
    BigInteger s = P256.unsigned(good, HALF);
    taken("n-s in place of s", pair(r, n.subtract(s)));
    refused("r is 0", pair(BigInteger.ZERO, s));
    refused("s is 0", pair(r, BigInteger.ZERO));
    refused("r is n", pair(n, s));
    refused("s is n", pair(r, n));
    refused("r and s are n", pair(n, n));
    byte r5 = 5;
    byte s1 = 1;
    LocalVerificationKey small = keyOfSmallNumbers(r5);
    byte[] full = pair(BigInteger.valueOf(r5), BigInteger.valueOf(s1));
    questions.add(new Question("r is 5 and s is 1", small, message, full, true));
    byte[] two = {r5, s1};
    questions.add(new Question("r is 5 and s is 1 in two bytes", small, message, two, false));
  }

  private static byte[] pair(BigInteger r, BigInteger s) {
    return Arrays.concatenate(
        BigIntegers.asUnsignedByteArray(HALF, r), BigIntegers.asUnsignedByteArray(HALF, s));
  }

  /**
   * A key whose signature of the message is a small r, and 1 for s. The equation of ECDSA, solved
   * for the key: (R - eG) / r, where r is the x coordinate of R.
   */
  private LocalVerificationKey keyOfSmallNumbers(byte r) {
    byte[] compressed = new byte[1 + HALF];
    compressed[0] = 2;
    compressed[HALF] = r;
    ECPoint point = P256.DOMAIN.getCurve().decodePoint(compressed);
    BigInteger e = new BigInteger(1, Sha256.digest(message));
    BigInteger inverse = BigInteger.valueOf(r).modInverse(P256.DOMAIN.getN());
    return new Es256PublicKey(
        point.subtract(P256.DOMAIN.getG().multiply(e)).multiply(inverse).normalize());
  }

  /** FIPS 204, algorithm 21: the room for hints that are not there is zero. */
  private void mlDsa65() {
    int endsOfHints = 6;
    byte[] padded = good.clone();
    padded[good.length - endsOfHints - 1] ^= 1;
    refused("hints beyond their end", padded);
    byte[] tooMany = good.clone();
    tooMany[good.length - 1] = (byte) 0xff;
    refused("more hints than there is room for", tooMany);
  }
}
