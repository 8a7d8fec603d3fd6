package id.simpul.identity.jose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Signatures taken apart and put together wrongly. */
final class Bytes {
  private static final int HALF = 32;
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private Bytes() {}

  static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static byte[] left(byte[] signature) {
    return Arrays.copyOf(signature, signature.length / 2);
  }

  static byte[] right(byte[] signature) {
    return Arrays.copyOfRange(signature, signature.length / 2, signature.length);
  }

  /** The other valid signature: n - s in place of s. */
  static byte[] es256Mirrored(byte[] good) {
    BigInteger s = new BigInteger(1, right(good));
    return concat(left(good), bytes(P256_ORDER.subtract(s)));
  }

  static List<byte[]> es256Forgeries(byte[] good) {
    BigInteger r = new BigInteger(1, left(good));
    BigInteger s = new BigInteger(1, right(good));
    BigInteger n = P256_ORDER;
    BigInteger one = BigInteger.ONE;
    List<byte[]> forgeries = new ArrayList<>();
    List<BigInteger> edges = List.of(BigInteger.ZERO, one, n.subtract(one), n, n.add(one));
    for (BigInteger edge : edges) {
      forgeries.add(concat(bytes(edge), bytes(s)));
      forgeries.add(concat(bytes(r), bytes(edge)));
      edges.forEach(e -> forgeries.add(concat(bytes(edge), bytes(e))));
    }
    forgeries.add(concat(bytes(n.subtract(r)), bytes(s)));
    forgeries.add(der(r, s));
    return forgeries;
  }

  /** RFC 8032, section 5.1.7: S below the order, or one signature would have two forms. */
  static List<byte[]> ed25519Forgeries(byte[] good) {
    BigInteger s = new BigInteger(1, reversed(right(good)));
    List<byte[]> forgeries = new ArrayList<>();
    for (BigInteger edge : List.of(s.add(ED25519_ORDER), ED25519_ORDER, BigInteger.ZERO)) {
      forgeries.add(concat(left(good), reversed(bytes(edge))));
    }
    byte[] neutral = new byte[2 * HALF];
    neutral[0] = 1;
    forgeries.add(neutral);
    forgeries.add(concat(left(neutral), right(good)));
    return forgeries;
  }

  /**
   * FIPS 204, section 7.2: 48 bytes of challenge, 3,200 of response, and 61 of hints, of which the
   * last 6 are ends of ranges. Unused hints are zero, or one signature would have many forms.
   */
  static List<byte[]> mlDsa65Forgeries(byte[] good) {
    int response = 48;
    int hints = response + 3200;
    int ends = hints + 55;
    List<byte[]> forgeries = new ArrayList<>();
    for (int[] range : new int[][] {{0, response}, {response, hints}, {hints, good.length}}) {
      for (byte value : new byte[] {0, 1, 0x7f, -1}) {
        byte[] forgery = good.clone();
        Arrays.fill(forgery, range[0], range[1], value);
        forgeries.add(forgery);
      }
    }
    forgeries.add(with(good, ends - 1, (byte) (good[ends - 1] + 1)));
    forgeries.add(with(good, ends, (byte) 56));
    forgeries.add(with(good, good.length - 1, (byte) 56));
    forgeries.add(with(good, good.length - 1, (byte) -1));
    return forgeries;
  }

  private static byte[] with(byte[] good, int at, byte value) {
    byte[] forgery = good.clone();
    forgery[at] = value;
    return forgery;
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    byte[] first = r.toByteArray();
    byte[] second = s.toByteArray();
    byte[] body =
        concat(
            concat(new byte[] {2, (byte) first.length}, first),
            concat(new byte[] {2, (byte) second.length}, second));
    return concat(new byte[] {0x30, (byte) body.length}, body);
  }

  private static byte[] bytes(BigInteger value) {
    byte[] bytes = new byte[HALF];
    byte[] big = value.toByteArray();
    int from = Math.max(0, big.length - HALF);
    System.arraycopy(big, from, bytes, HALF - big.length + from, big.length - from);
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] back = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      back[i] = bytes[bytes.length - 1 - i];
    }
    return back;
  }
}
