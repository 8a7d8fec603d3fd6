package id.simpul.benchmarks.certificate;

import static id.simpul.benchmarks.certificate.HcertQuestion.PLATFORM_KEY;
import static id.simpul.benchmarks.certificate.HcertQuestion.PRIMITIVE;
import static id.simpul.benchmarks.certificate.HcertQuestion.SIMPUL;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.jws.Crypto;
import id.simpul.benchmarks.jws.PlatformKeys;
import id.simpul.benchmarks.jws.Primitive;
import id.simpul.health.certificate.HealthCardVerifier;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A SMART Health Card of one person and two doses verified, from the digits of its QR code to its
 * bundle, by a clock that stands still.
 *
 * @param name its name
 * @param title what is asked
 * @param crypto who does the arithmetic
 * @param contenders who is measured
 * @param targets what we want
 */
record CardQuestion(
    String name, String title, Crypto crypto, List<String> contenders, List<Target> targets)
    implements Question {
  static final String NIMBUS = "nimbus and inflater";

  @Override
  public Contender open(String contender) {
    Cards cards = new Cards();
    String valid = cards.valid();
    try {
      // A key of the platform's own class is made before the provider is there.
      ECPublicKey platformKey = PlatformKeys.of(cards.publicKey());
      crypto.install();
      if (contender.equals(PRIMITIVE)) {
        Callable<?> primitive = Primitive.of(crypto, cards.publicKey(), cards.jws(Cards.NOW));
        primitive.call();
        return Contender.of(primitive);
      }
      CertificateVerifier verifier = verifier(contender, cards, platformKey);
      verifier.verify(valid);
      Refusals.check(contender, verifier, cards.forged());
      Refusals.check(contender, verifier, cards.early());
      return Contender.of(() -> verifier.verify(valid));
    } catch (BenchmarkException e) {
      throw e;
    } catch (Exception e) {
      throw BenchmarkException.setUp(contender, "does not verify a valid card", e);
    }
  }

  private CertificateVerifier verifier(String contender, Cards cards, ECPublicKey platformKey)
      throws Exception {
    return switch (contender) {
      case SIMPUL -> ours(cards);
      case NIMBUS -> NimbusCard.of(cards.publicKey().kid(), PlatformKeys.of(cards.publicKey()));
      case NIMBUS + PLATFORM_KEY -> NimbusCard.of(cards.publicKey().kid(), platformKey);
      default -> throw BenchmarkException.setUp(contender, "is nobody we measure", null);
    };
  }

  private CertificateVerifier ours(Cards cards) {
    byte[] jwks = cards.jwks();
    HealthCardVerifier verifier =
        HealthCardVerifier.of(List.of(Cards.ISSUER), issuer -> jwks, Hcerts.CLOCK)
            .bind(crypto.providers());
    return text -> verifier.verify(text).certificate().orElseThrow().fhirBundle();
  }
}
