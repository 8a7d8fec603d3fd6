package id.simpul.benchmarks.certificate;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.jws.Crypto;
import id.simpul.benchmarks.jws.PlatformKeys;
import id.simpul.benchmarks.jws.Primitive;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A health certificate of one vaccination verified, ES256, by a clock that stands still.
 *
 * @param name its name
 * @param title what is asked
 * @param crypto who does the arithmetic
 * @param contenders who is measured
 * @param targets what we want
 */
record HcertQuestion(
    String name, String title, Crypto crypto, List<String> contenders, List<Target> targets)
    implements Question {
  static final String SIMPUL = "simpul";
  static final String COSE_JAVA = "cose-java";
  static final String AUTHLETE = "authlete cbor";
  static final String PLATFORM_KEY = ", platform's key";
  static final String PRIMITIVE = "the signature alone";

  @Override
  public Contender open(String contender) {
    Hcerts hcerts = new Hcerts();
    String valid = hcerts.valid();
    try {
      // A key of the platform's own class is made before the provider is there.
      ECPublicKey platformKey = PlatformKeys.of(hcerts.signer().publicKey());
      crypto.install();
      if (contender.equals(PRIMITIVE)) {
        Callable<?> primitive = primitive(hcerts, valid);
        primitive.call();
        return Contender.of(primitive);
      }
      ECPublicKey key =
          contender.endsWith(PLATFORM_KEY)
              ? platformKey
              : PlatformKeys.of(hcerts.signer().publicKey());
      CertificateVerifier verifier = verifier(contender, hcerts, key);
      verifier.verify(valid);
      Refusals.check(contender, verifier, Hcerts.forged(valid));
      Refusals.check(contender, verifier, hcerts.expired());
      return Contender.of(() -> verifier.verify(valid));
    } catch (BenchmarkException e) {
      throw e;
    } catch (Exception e) {
      throw BenchmarkException.setUp(contender, "does not verify a valid certificate", e);
    }
  }

  private CertificateVerifier verifier(String contender, Hcerts hcerts, ECPublicKey key)
      throws Exception {
    byte[] kid = Kid.of(hcerts.signer().certificate()).bytes();
    if (contender.equals(SIMPUL)) {
      return ours(hcerts);
    }
    return contender.startsWith(COSE_JAVA) ? CoseJava.of(kid, key) : Authlete.of(kid, key);
  }

  private CertificateVerifier ours(Hcerts hcerts) {
    TrustList list =
        TrustList.asOf(Hcerts.NOW)
            .add(hcerts.signer().certificate())
            .build()
            .bind(crypto.providers());
    TrustListHolder trust = new TrustListHolder(list, Duration.ofDays(1), Hcerts.CLOCK);
    HcertVerifier verifier = HcertVerifier.builder(trust, Hcerts.CLOCK).build();
    return text -> verifier.verify(text).certificate().orElseThrow();
  }

  private Callable<?> primitive(Hcerts hcerts, String valid) throws Exception {
    SignedMessage message = SignedMessage.of(Hcerts.message(valid));
    return Primitive.of(
        crypto, hcerts.signer().publicKey(), message.toBeSigned(), message.signature());
  }
}
