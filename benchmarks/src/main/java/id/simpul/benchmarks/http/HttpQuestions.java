package id.simpul.benchmarks.http;

import id.simpul.benchmarks.identity.Question;
import id.simpul.identity.CryptoLibrary;
import java.util.List;

/** What is asked of signed HTTP messages. */
public final class HttpQuestions {
  private HttpQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.of(
        new HttpQuestion(
            "http-sign-bouncycastle",
            "request signed, Ed25519 on Bouncy Castle",
            CryptoLibrary.BOUNCY_CASTLE,
            true),
        new HttpQuestion(
            "http-verify-bouncycastle",
            "request verified, Ed25519 on Bouncy Castle",
            CryptoLibrary.BOUNCY_CASTLE,
            false),
        new HttpQuestion(
            "http-sign-corretto",
            "request signed, Ed25519 on Amazon Corretto",
            CryptoLibrary.CORRETTO,
            true),
        new HttpQuestion(
            "http-verify-corretto",
            "request verified, Ed25519 on Amazon Corretto",
            CryptoLibrary.CORRETTO,
            false));
  }
}
