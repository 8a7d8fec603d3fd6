package id.simpul.benchmarks.certificate;

import static id.simpul.benchmarks.certificate.CardQuestion.NIMBUS;
import static id.simpul.benchmarks.certificate.HcertQuestion.AUTHLETE;
import static id.simpul.benchmarks.certificate.HcertQuestion.COSE_JAVA;
import static id.simpul.benchmarks.certificate.HcertQuestion.PLATFORM_KEY;
import static id.simpul.benchmarks.certificate.HcertQuestion.PRIMITIVE;
import static id.simpul.benchmarks.certificate.HcertQuestion.SIMPUL;

import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.jws.Crypto;
import java.util.List;

/** What is asked of the verification of health certificates. */
public final class CertificateQuestions {
  private static final List<String> PEERS = List.of(COSE_JAVA, AUTHLETE);

  private CertificateQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.of(hcertBouncyCastle(), hcertCorretto(), cardBouncyCastle(), cardCorretto());
  }

  private static Question hcertBouncyCastle() {
    List<String> translating = List.of(COSE_JAVA + PLATFORM_KEY, AUTHLETE + PLATFORM_KEY);
    return new HcertQuestion(
        "hcert-bouncycastle",
        "a health certificate (HC1), all on Bouncy Castle",
        Crypto.BOUNCY_CASTLE,
        List.of(SIMPUL, COSE_JAVA, AUTHLETE, translating.get(0), translating.get(1), PRIMITIVE),
        List.of(
            new Target.Speed(SIMPUL, PEERS, 2.2),
            new Target.Speed(SIMPUL, translating, 2.2),
            new Target.Speed(SIMPUL, PRIMITIVE, 0.93)));
  }

  private static Question hcertCorretto() {
    return new HcertQuestion(
        "hcert-corretto",
        "the same, all on Amazon Corretto",
        Crypto.CORRETTO,
        List.of(SIMPUL, COSE_JAVA, AUTHLETE, PRIMITIVE),
        List.of(new Target.Speed(SIMPUL, PEERS, 1.05), new Target.Speed(SIMPUL, PRIMITIVE, 0.93)));
  }

  private static Question cardBouncyCastle() {
    String translating = NIMBUS + PLATFORM_KEY;
    return new CardQuestion(
        "card-bouncycastle",
        "a SMART Health Card, all on Bouncy Castle",
        Crypto.BOUNCY_CASTLE,
        List.of(SIMPUL, NIMBUS, translating, PRIMITIVE),
        List.of(new Target.Speed(SIMPUL, NIMBUS, 1.3), new Target.Speed(SIMPUL, translating, 1.3)));
  }

  private static Question cardCorretto() {
    return new CardQuestion(
        "card-corretto",
        "the same, all on Amazon Corretto",
        Crypto.CORRETTO,
        List.of(SIMPUL, NIMBUS, PRIMITIVE),
        List.of(new Target.Speed(SIMPUL, NIMBUS, 1.3)));
  }
}
