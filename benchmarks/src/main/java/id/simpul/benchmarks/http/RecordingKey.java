package id.simpul.benchmarks.http;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.VerificationKey;
import org.jspecify.annotations.Nullable;

/** Keeps what it was last asked to sign, which no message shows. Not thread-safe. */
final class RecordingKey implements SigningKey {
  private final SigningKey key;
  private byte @Nullable [] last;

  RecordingKey(SigningKey key) {
    this.key = key;
  }

  byte[] last() {
    if (last == null) {
      throw BenchmarkException.invalid("signer", "signed nothing");
    }
    return last;
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return key.algorithm();
  }

  @Override
  public VerificationKey publicKey() {
    return key.publicKey();
  }

  @Override
  public byte[] sign(byte[] message) {
    last = message.clone();
    return key.sign(message);
  }
}
