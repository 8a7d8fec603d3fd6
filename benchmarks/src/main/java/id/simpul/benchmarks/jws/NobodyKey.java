package id.simpul.benchmarks.jws;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jspecify.annotations.Nullable;

/**
 * An ES256 key whose arithmetic nobody does. What our keys do around it is done: length and range
 * are checked, and an engine of the provider is taken from where it waits, fed and given back.
 */
final class NobodyKey implements VerificationKey {
  private static final BigInteger ORDER = CustomNamedCurves.getByName("secp256r1").getN();

  private final VerificationKey key;
  private final PublicKey platformKey;
  private final AtomicReference<@Nullable Signature> kept = new AtomicReference<>();

  NobodyKey(VerificationKey key, PublicKey platformKey) {
    this.key = key;
    this.platformKey = platformKey;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return key.algorithm();
  }

  @Override
  public String keyId() {
    return key.keyId();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != algorithm().signatureLength()
        || !inRange(Arrays.copyOf(signature, 32))
        || !inRange(Arrays.copyOfRange(signature, 32, 64))) {
      return false;
    }
    try {
      Signature engine = kept.getAndSet(null);
      if (engine == null) {
        engine = Signature.getInstance(NobodyProvider.ALGORITHM);
        engine.initVerify(platformKey);
      }
      engine.update(message);
      boolean valid = engine.verify(signature);
      kept.set(engine);
      return valid;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Nobody's provider is installed", e);
    }
  }

  private static boolean inRange(byte[] half) {
    BigInteger value = new BigInteger(1, half);
    return value.signum() > 0 && value.compareTo(ORDER) < 0;
  }
}
