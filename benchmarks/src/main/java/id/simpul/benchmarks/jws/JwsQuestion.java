package id.simpul.benchmarks.jws;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.identity.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A compact JWS with thirteen claims verified, its issuer, audience and expiry checked against a
 * clock that stands still.
 *
 * @param name its name
 * @param title what is asked
 * @param algorithm what the token is signed with
 * @param crypto who does the arithmetic
 * @param contenders who is measured
 * @param targets what we want
 */
record JwsQuestion(
    String name,
    String title,
    SignatureAlgorithm algorithm,
    Crypto crypto,
    List<String> contenders,
    List<Target> targets)
    implements Question {

  @Override
  public Contender open(String contender) {
    Tokens tokens = Tokens.of(algorithm);
    try {
      if (contender.equals(Verifiers.PRIMITIVE)) {
        crypto.install();
        Callable<?> primitive = Primitive.of(crypto, tokens.publicKey(), tokens.valid());
        primitive.call();
        return Contender.of(primitive);
      }
      TokenVerifier verifier = Verifiers.open(contender, crypto, tokens);
      String token = tokens.valid();
      verifier.verify(token);
      return new Contender(
          () -> verifier.verify(token), accepted(verifier, tokens, crypto != Crypto.NOBODY));
    } catch (Exception e) {
      throw BenchmarkException.setUp(contender, "does not verify a valid token", e);
    }
  }

  /** What it takes and should not; of signatures, where somebody looks at them. */
  static List<String> accepted(TokenVerifier verifier, Tokens tokens, boolean signatures) {
    List<String> remarks = new ArrayList<>();
    if (signatures && accepts(verifier, tokens.forged())) {
      remarks.add("ACCEPTS a changed signature");
    }
    if (accepts(verifier, tokens.expired())) {
      remarks.add("ACCEPTS an expired token");
    }
    return remarks;
  }

  private static boolean accepts(TokenVerifier verifier, String token) {
    try {
      verifier.verify(token);
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
