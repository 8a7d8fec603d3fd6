package id.simpul.benchmarks.http;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.benchmarks.sample.BareSignature;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.TrustException;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.RequestVerifier;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A request of 1.5 KB signed or verified, its digest included.
 *
 * @param name its name
 * @param title what is asked
 * @param library who does the arithmetic
 * @param signing whether it is signed rather than verified
 */
record HttpQuestion(String name, String title, CryptoLibrary library, boolean signing)
    implements Question {
  private static final String SIMPUL = "simpul";
  private static final String PRIMITIVES = "digest and Ed25519 alone";

  /** Within five per cent of the arithmetic. */
  private static final double OF_THE_ARITHMETIC = 0.95;

  @Override
  public List<String> contenders() {
    return List.of(SIMPUL, PRIMITIVES);
  }

  @Override
  public List<Target> targets() {
    return List.of(new Target.Speed(SIMPUL, PRIMITIVES, OF_THE_ARITHMETIC));
  }

  @Override
  public Contender open(String contender) {
    Messages messages = new Messages(library);
    if (contender.equals(PRIMITIVES)) {
      return primitives(messages);
    }
    RequestSigner signer = messages.signer();
    RequestVerifier verifier = messages.verifier();
    ExchangeAuthenticator.Request request = messages.request();
    ExchangeAuthenticator.Request signed = messages.with(signer.sign(request).headers());
    verifier.verify(signed);
    checkRefused(verifier, Messages.withOtherContent(signed));
    checkRefused(verifier, Messages.withOtherTarget(signed));
    return Contender.of(signing ? () -> signer.sign(request) : () -> verifier.verify(signed));
  }

  private Contender primitives(Messages messages) {
    byte[] content = messages.request().body();
    Callable<?> arithmetic;
    try {
      Ed25519Arithmetic ed25519 = Ed25519Arithmetic.of(library, messages.signatureBase());
      ed25519.verify().call();
      arithmetic = signing ? ed25519.sign() : ed25519.verify();
    } catch (GeneralSecurityException e) {
      throw BenchmarkException.setUp(PRIMITIVES, "cannot be had", e);
    } catch (Exception e) {
      throw BenchmarkException.setUp(PRIMITIVES, "do not work", e);
    }
    return Contender.of(() -> {
      Object digest = BareSignature.digest(content);
      return List.of(digest, arithmetic.call());
    });
  }

  private static void checkRefused(
      RequestVerifier verifier, ExchangeAuthenticator.Request changed) {
    try {
      verifier.verify(changed);
    } catch (TrustException e) {
      return;
    }
    throw BenchmarkException.invalid(SIMPUL, "accepts a changed request");
  }
}
