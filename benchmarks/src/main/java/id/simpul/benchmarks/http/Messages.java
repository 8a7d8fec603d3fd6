package id.simpul.benchmarks.http;

import id.simpul.benchmarks.sample.SampleForms;
import id.simpul.benchmarks.sample.SampleReports;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
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

/** A submission of about 1.5 KB, an Ed25519 key for it, and who signs and verifies it. */
final class Messages {
  private static final EntityId APP = new EntityId("https://aplikasi.contoh.invalid");
  private static final URI TARGET = URI.create("https://simpul.contoh.invalid/requests.json");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-02T01:15:30Z"));

  private final SigningKey key;
  private final ExchangeAuthenticator.Request request;

  Messages(CryptoLibrary library) {
    key =
        CryptoProviders.bouncyCastle()
            .with(SignatureAlgorithm.ED25519, library)
            .bind(SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()));
    Headers fields =
        Headers.EMPTY
            .with("User-Agent", "simpul")
            .with("Accept", "application/json")
            .with("Accept-Encoding", "identity")
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Idempotency-Key", "00000000-0000-4000-8000-000000000000");
    byte[] content = SampleForms.encode(new SampleReports(1).next(), "key");
    request = new ExchangeAuthenticator.Request("POST", TARGET, fields, content);
  }

  /** The request before it is signed. */
  ExchangeAuthenticator.Request request() {
    return request;
  }

  /** The bytes that a signature of the request covers. */
  byte[] signatureBase() {
    RecordingKey recording = new RecordingKey(key);
    new RequestSigner(APP, recording, CLOCK).sign(request);
    return recording.last();
  }

  RequestSigner signer() {
    return new RequestSigner(APP, key, CLOCK);
  }

  /** Takes a nonce as often as it comes, because a benchmark is a repetition. */
  RequestVerifier verifier() {
    PinnedEntities trust =
        new PinnedEntities(List.of(new ResolvedEntity(APP, List.of(key.publicKey()), Instant.MAX)));
    return new RequestVerifier(trust, (keyId, nonce, keepUntil) -> true, CLOCK);
  }

  /** A request as it is received. */
  ExchangeAuthenticator.Request with(Headers signature) {
    List<Headers.Field> all = new ArrayList<>(request.headers().fields());
    all.addAll(signature.fields());
    return new ExchangeAuthenticator.Request("POST", TARGET, Headers.of(all), request.body());
  }

  /** The same with one bit of its content changed. */
  static ExchangeAuthenticator.Request withOtherContent(ExchangeAuthenticator.Request signed) {
    byte[] changed = signed.body().clone();
    changed[changed.length / 2] ^= 1;
    return new ExchangeAuthenticator.Request(
        signed.method(), signed.target(), signed.headers(), changed);
  }

  /** The same with another target, which only the signature covers. */
  static ExchangeAuthenticator.Request withOtherTarget(ExchangeAuthenticator.Request signed) {
    return new ExchangeAuthenticator.Request(
        signed.method(), URI.create(TARGET + "?x"), signed.headers(), signed.body());
  }
}
