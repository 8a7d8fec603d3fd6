package id.simpul.benchmarks.credential;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.jws.Crypto;
import id.simpul.benchmarks.jws.Primitive;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A credential with ten disclosures verified, by a clock that stands still.
 *
 * @param name its name
 * @param title what is asked
 * @param crypto who does the arithmetic
 * @param targets what we want
 */
record CredentialQuestion(String name, String title, Crypto crypto, List<Target> targets)
    implements Question {
  static final String SIMPUL = "simpul";
  static final String AUTHLETE = "authlete";
  static final String EUDI = "eudi";
  static final String PRIMITIVE = "the signature alone";

  @Override
  public List<String> contenders() {
    return List.of(SIMPUL, AUTHLETE, EUDI, PRIMITIVE);
  }

  @Override
  public Contender open(String contender) {
    Credentials credentials = new Credentials();
    String valid = credentials.valid();
    crypto.install();
    try {
      if (contender.equals(PRIMITIVE)) {
        String jwt = valid.substring(0, valid.indexOf('~'));
        Callable<?> primitive = Primitive.of(crypto, credentials.publicKey(), jwt);
        primitive.call();
        return Contender.of(primitive);
      }
      CredentialVerifier verifier = verifier(contender, credentials);
      verifier.verify(valid);
      checkRefused(contender, verifier, Credentials.withAnotherSignature(valid));
      checkRefused(contender, verifier, Credentials.withAnotherDisclosure(valid));
      checkRefused(contender, verifier, credentials.expired());
      return Contender.of(() -> verifier.verify(valid));
    } catch (BenchmarkException e) {
      throw e;
    } catch (Exception e) {
      throw BenchmarkException.setUp(contender, "does not verify a valid credential", e);
    }
  }

  private CredentialVerifier verifier(String contender, Credentials credentials) throws Exception {
    return switch (contender) {
      case SIMPUL -> Ours.of(crypto.bind(credentials.publicKey()));
      case AUTHLETE -> Authlete.of(credentials.publicKey());
      case EUDI -> Eudi.of(credentials.publicKey());
      default -> throw BenchmarkException.setUp(contender, "is nobody we measure", null);
    };
  }

  private static void checkRefused(String contender, CredentialVerifier verifier, String bad) {
    try {
      verifier.verify(bad);
    } catch (Exception e) {
      return;
    }
    throw BenchmarkException.invalid(contender, "accepts a bad credential");
  }
}
