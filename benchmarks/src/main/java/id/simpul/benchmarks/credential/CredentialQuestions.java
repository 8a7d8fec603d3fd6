package id.simpul.benchmarks.credential;

import static id.simpul.benchmarks.credential.CredentialQuestion.AUTHLETE;
import static id.simpul.benchmarks.credential.CredentialQuestion.EUDI;
import static id.simpul.benchmarks.credential.CredentialQuestion.PRIMITIVE;
import static id.simpul.benchmarks.credential.CredentialQuestion.SIMPUL;

import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.jws.Crypto;
import java.util.List;

/** What is asked of the verification of credentials. */
public final class CredentialQuestions {
  private static final List<Target> TARGETS =
      List.of(
          new Target.Speed(SIMPUL, AUTHLETE, 1.3),
          new Target.Speed(SIMPUL, EUDI, 2.5),
          new Target.Speed(SIMPUL, PRIMITIVE, 0.8));

  private CredentialQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.of(
        new CredentialQuestion(
            "sd-jwt-bouncycastle",
            "SD-JWT VC, ES256, ten disclosures, all on Bouncy Castle",
            Crypto.BOUNCY_CASTLE,
            TARGETS),
        new CredentialQuestion(
            "sd-jwt-corretto",
            "SD-JWT VC, ES256, ten disclosures, all on Amazon Corretto",
            Crypto.CORRETTO,
            TARGETS));
  }
}
