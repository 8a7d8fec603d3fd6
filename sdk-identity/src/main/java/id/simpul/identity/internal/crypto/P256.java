package id.simpul.identity.internal.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.util.BigIntegers;

/** The curve P-256 (FIPS 186-5; secp256r1 in SEC 2), in Bouncy Castle's field code for it. */
final class P256 {
  /** Bytes of a coordinate, of a scalar, and of each half of a signature. */
  static final int FIELD_LENGTH = 32;

  static final ECDomainParameters DOMAIN = domain();

  private static final byte[] ORDER = BigIntegers.asUnsignedByteArray(FIELD_LENGTH, DOMAIN.getN());
  private static final byte[] ZERO = new byte[FIELD_LENGTH];

  private P256() {}

  private static ECDomainParameters domain() {
    X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /** Whether a value lies in 1 to n-1, as a private scalar and r and s must. */
  static boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(DOMAIN.getN()) < 0;
  }

  /** The same of {@link #FIELD_LENGTH} bytes that nobody has to keep secret. */
  static boolean isScalar(byte[] bytes, int offset) {
    int end = offset + FIELD_LENGTH;
    return !Arrays.equals(bytes, offset, end, ZERO, 0, FIELD_LENGTH)
        && Arrays.compareUnsigned(bytes, offset, end, ORDER, 0, FIELD_LENGTH) < 0;
  }

  static BigInteger unsigned(byte[] bytes, int offset) {
    return BigIntegers.fromUnsignedByteArray(bytes, offset, FIELD_LENGTH);
  }
}
