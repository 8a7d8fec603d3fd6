package id.simpul.identity.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A library with a single weakness is found, whichever it is. */
class SelfTestTest {
  record Case(SignatureAlgorithm algorithm, int index, String name) {
    @Override
    public String toString() {
      return algorithm + " " + name;
    }
  }

  private static List<Question> questions(SignatureAlgorithm algorithm) {
    return SelfTest.of(algorithm).questions();
  }

  static List<Case> everyQuestion() {
    List<Case> cases = new ArrayList<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      List<Question> questions = questions(algorithm);
      for (int i = 0; i < questions.size(); i++) {
        cases.add(new Case(algorithm, i, questions.get(i).name()));
      }
    }
    return cases;
  }

  private static boolean isSame(
      Question question, VerificationKey key, byte[] message, byte[] signature) {
    return question.key().equals(key)
        && Arrays.equals(question.message(), message)
        && Arrays.equals(question.signature(), signature);
  }

  @ParameterizedTest
  @MethodSource("everyQuestion")
  void firstFailure_oneWrongAnswer_isFound(Case wrong) {
    SelfTest test = SelfTest.of(wrong.algorithm());
    Question about = questions(wrong.algorithm()).get(wrong.index());
    Function<LocalVerificationKey, Verifier> weak =
        key ->
            (message, signature) ->
                key.verify(message, signature) ^ isSame(about, key, message, signature);
    // The last question repeats the first, which is found first.
    String expected = about.name().replace(", again", "");
    assertThat(test.firstFailure(weak, test.key()::sign)).contains(expected);
  }

  @ParameterizedTest
  @EnumSource
  void firstFailure_verifierThatForgets_isFound(SignatureAlgorithm algorithm) {
    SelfTest test = SelfTest.of(algorithm);
    List<byte[]> asked = new ArrayList<>();
    Function<LocalVerificationKey, Verifier> forgetful =
        key ->
            (message, signature) -> {
              asked.add(signature);
              return asked.size() < questions(algorithm).size() && key.verify(message, signature);
            };
    assertThat(test.firstFailure(forgetful, test.key()::sign))
        .contains("known verification, again");
  }

  @ParameterizedTest
  @EnumSource
  void firstFailure_signerOfAnotherKey_isFound(SignatureAlgorithm algorithm) {
    SelfTest test = SelfTest.of(algorithm);
    LocalSigningKey other = LocalSigningKey.generate(algorithm, new SecureRandom());
    assertThat(test.firstFailure(key -> key::verify, other::sign)).contains("own signature");
  }

  @ParameterizedTest
  @EnumSource
  void firstFailure_signerThatFailsAtNothing_isFound(SignatureAlgorithm algorithm) {
    SelfTest test = SelfTest.of(algorithm);
    Signer short0 = message -> message.length == 0 ? new byte[0] : test.key().sign(message);
    Signer long1000 =
        message -> test.key().sign(message.length < 1000 ? message : Arrays.copyOf(message, 999));
    assertThat(test.firstFailure(key -> key::verify, short0)).contains("own signature of 0 bytes");
    assertThat(test.firstFailure(key -> key::verify, long1000))
        .contains("own signature of 1000 bytes");
  }

  @Test
  void firstFailure_libraryThatThrows_isFound() {
    SelfTest test = SelfTest.of(SignatureAlgorithm.ES256);
    TrustException failure =
        new TrustException(Reason.KEY_UNUSABLE, "library", "could not do it", "provider");
    Verifier broken =
        (message, signature) -> {
          throw failure;
        };
    assertThat(test.firstFailure(key -> broken, test.key()::sign))
        .contains("known verification, which it did not answer");
    Signer mute =
        message -> {
          throw failure;
        };
    assertThat(test.firstFailure(key -> key::verify, mute))
        .contains("own signature, which it did not make");
  }

  @ParameterizedTest
  @EnumSource
  void firstFailure_bouncyCastle_isNone(SignatureAlgorithm algorithm) {
    assertThat(SelfTest.of(algorithm).firstFailure(new BouncyCastle())).isEmpty();
    assertThat(questions(algorithm)).hasSizeGreaterThanOrEqualTo(12);
  }
}
