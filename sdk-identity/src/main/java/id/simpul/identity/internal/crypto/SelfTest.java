package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks a library questions with known answers before it is trusted with an algorithm. The library
 * is asked without our own checks of length and range, so that it has to have them too.
 */
final class SelfTest {
  /** Bytes of messages to sign, besides the known one. */
  private static final int[] MESSAGE_LENGTHS = {0, 1, 1000};

  private final KnownAnswer answer;

  private SelfTest(KnownAnswer answer) {
    this.answer = answer;
  }

  static SelfTest of(SignatureAlgorithm algorithm) {
    return new SelfTest(KnownAnswer.of(algorithm));
  }

  /** The key the questions are about. */
  LocalSigningKey key() {
    return answer.key();
  }

  /** Everything a verifier is asked. */
  List<Question> questions() {
    return Questions.about(key().publicKey(), answer.message(), key().sign(answer.message()));
  }

  /**
   * Asks everything.
   *
   * @param backend a library's code for this algorithm
   * @return the first question that was answered wrongly, or empty
   */
  Optional<String> firstFailure(SignatureBackend backend) {
    if (backend instanceof BouncyCastle) {
      // Its lightweight code takes arrays of the right length on trust; our keys see to it.
      return firstFailure(key -> key::verify, key()::sign);
    }
    try {
      return firstFailure(backend::verifier, backend.signer(key()));
    } catch (TrustException e) {
      return Optional.of("a key it should take");
    }
  }

  Optional<String> firstFailure(Function<LocalVerificationKey, Verifier> verifiers, Signer signer) {
    if (!answer.isSignature(key().sign(answer.message()))) {
      return Optional.of("known signature");
    }
    Map<LocalVerificationKey, Verifier> made = new HashMap<>();
    for (Question question : questions()) {
      try {
        Verifier verifier = made.computeIfAbsent(question.key(), verifiers);
        if (verifier.verify(question.message(), question.signature()) != question.isGood()) {
          return Optional.of(question.name());
        }
      } catch (TrustException e) {
        return Optional.of(question.name() + ", which it did not answer");
      }
    }
    return firstFailure(signer);
  }

  /** Its signatures may differ from ours, where an algorithm is randomised, and must be taken. */
  private Optional<String> firstFailure(Signer signer) {
    try {
      if (!isTaken(answer.message(), signer)) {
        return Optional.of("own signature");
      }
      for (int length : MESSAGE_LENGTHS) {
        if (!isTaken(new byte[length], signer)) {
          return Optional.of("own signature of " + length + " bytes");
        }
      }
      return Optional.empty();
    } catch (TrustException e) {
      return Optional.of("own signature, which it did not make");
    }
  }

  private boolean isTaken(byte[] message, Signer signer) {
    return key().publicKey().verify(message, signer.sign(message));
  }
}
