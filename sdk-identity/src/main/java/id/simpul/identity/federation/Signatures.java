package id.simpul.identity.federation;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.util.HashMap;
import java.util.Map;

/**
 * The signatures checked in one resolution, each with a key once, however many chains a statement
 * is part of. Not thread-safe.
 */
final class Signatures {
  private final Map<Question, Answer<VerifiedStatement>> answers = new HashMap<>();

  private record Question(String token, PublicJwk key) {}

  /**
   * Checks a signature.
   *
   * @param keys of the issuer, and of nobody else
   * @throws TrustException when it does not hold; the same every time
   */
  VerifiedStatement verify(ReceivedStatement statement, JwkSet keys) {
    PublicJwk key =
        keys.find(statement.keyId())
            .orElseThrow(() ->
                statement.refuse(
                    Reason.UNKNOWN_KEY, "names no key its issuer is known by", "header kid"));
    Question question = new Question(statement.token(), key);
    return answers
        .computeIfAbsent(question, q -> Answer.of(() -> VerifiedStatement.verify(statement, keys)))
        .orThrow();
  }
}
