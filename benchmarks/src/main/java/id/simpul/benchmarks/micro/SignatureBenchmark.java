package id.simpul.benchmarks.micro;

import id.simpul.benchmarks.sample.BareSignature;
import id.simpul.benchmarks.sample.SampleForms;
import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.RequestVerifier;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A submission of about 1.5 KB signed and verified, and the arithmetic alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {
  private static final EntityId APP = new EntityId("https://aplikasi.contoh.invalid");
  private static final URI TARGET = URI.create("https://simpul.contoh.invalid/requests.json");
  private static final Instant NOW = Instant.parse("2026-11-02T01:15:30Z");

  private final BareSignature bare = new BareSignature();
  private final ExchangeAuthenticator.Request request;
  private final ExchangeAuthenticator.Request signed;
  private final RequestSigner signer;
  private final RequestVerifier verifier;

  /** Makes a key, a request and a signed request. */
  public SignatureBenchmark() {
    InstantSource clock = InstantSource.fixed(NOW);
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    Headers fields =
        Headers.EMPTY
            .with("Accept", "application/json")
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Idempotency-Key", "00000000-0000-4000-8000-000000000000");
    byte[] body = SampleForms.encode(new SampleReports(1).next(), "key");
    this.request = new ExchangeAuthenticator.Request("POST", TARGET, fields, body);
    this.signer = new RequestSigner(APP, key, clock);
    List<Headers.Field> all = new ArrayList<>(fields.fields());
    all.addAll(signer.sign(request).headers().fields());
    this.signed = new ExchangeAuthenticator.Request("POST", TARGET, Headers.of(all), body);
    PinnedEntities trust =
        new PinnedEntities(List.of(new ResolvedEntity(APP, List.of(key.publicKey()), Instant.MAX)));
    // The store is asked last and would refuse the repetition that a benchmark is.
    this.verifier = new RequestVerifier(trust, (keyId, nonce, keepUntil) -> true, clock);
  }

  /**
   * Signs as our client does.
   *
   * @return the fields
   */
  @Benchmark
  public Object sign() {
    return signer.sign(request);
  }

  /**
   * Digests and signs, and nothing else.
   *
   * @return the signature
   */
  @Benchmark
  public Object signBare() {
    BareSignature.digest(request.body());
    return bare.sign();
  }

  /**
   * Verifies as our node does, but for the nonce.
   *
   * @return the verified request
   */
  @Benchmark
  public Object verify() {
    return verifier.verify(signed);
  }

  /**
   * Digests and verifies, and nothing else.
   *
   * @return the digest
   */
  @Benchmark
  public Object verifyBare() {
    bare.verify();
    return BareSignature.digest(signed.body());
  }
}
