package id.simpul.benchmarks.http;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.sample.BareSignature;
import id.simpul.identity.CryptoLibrary;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.util.concurrent.Callable;

/** Ed25519 over some bytes, in the hands of one library, with a key of its own taken in once. */
record Ed25519Arithmetic(Callable<byte[]> sign, Callable<Boolean> verify) {

  static Ed25519Arithmetic of(CryptoLibrary library, byte[] message)
      throws GeneralSecurityException {
    return library == CryptoLibrary.BOUNCY_CASTLE ? bouncyCastle(message) : corretto(message);
  }

  private static Ed25519Arithmetic bouncyCastle(byte[] message) {
    BareSignature bare = new BareSignature(message);
    return new Ed25519Arithmetic(
        bare::sign,
        () -> {
          bare.verify();
          return true;
        });
  }

  private static Ed25519Arithmetic corretto(byte[] message) throws GeneralSecurityException {
    Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519", provider).generateKeyPair();
    Signature signing = Signature.getInstance("EdDSA", provider);
    signing.initSign(pair.getPrivate());
    Signature verifying = Signature.getInstance("EdDSA", provider);
    verifying.initVerify(pair.getPublic());
    signing.update(message);
    byte[] signature = signing.sign();
    return new Ed25519Arithmetic(
        () -> {
          signing.update(message);
          return signing.sign();
        },
        () -> {
          verifying.update(message);
          if (!verifying.verify(signature)) {
            throw BenchmarkException.invalid("Ed25519", "does not verify what it signed");
          }
          return true;
        });
  }
}
