package id.simpul.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Two cities that know each other, a clock, and a report on its way. */
final class Cities {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  static final EntityId JAKARTA = new EntityId("https://jakarta.example/");
  static final EntityId JAMBI = new EntityId("https://jambi.example/simpul");
  static final URI TARGET = URI.create("https://api.jambi.example/georeport/v2/requests.json?x=1");
  static final byte[] BODY = "service_code=jalan&lat=-1.61".getBytes(StandardCharsets.UTF_8);

  static final String DIGEST = HandSigned.digest("sha-256", "SHA-256", BODY);

  private static final SecureRandom RANDOM = new SecureRandom();

  final SettableClock clock = new SettableClock(NOW);
  final SigningKey jakartaKey;
  final SigningKey jambiKey;
  final PinnedEntities trust;
  final InMemoryNonceStore nonces = new InMemoryNonceStore(clock);

  Cities(SignatureAlgorithm algorithm) {
    jakartaKey = SigningKeys.generate(algorithm, RANDOM);
    jambiKey = SigningKeys.generate(algorithm, RANDOM);
    trust = new PinnedEntities(List.of(entity(JAKARTA, jakartaKey), entity(JAMBI, jambiKey)));
  }

  static ResolvedEntity entity(EntityId id, SigningKey key) {
    return new ResolvedEntity(id, List.of(key.publicKey()), Instant.MAX);
  }

  RequestSigner requestSigner() {
    return new RequestSigner(JAKARTA, jakartaKey, clock);
  }

  RequestVerifier requestVerifier() {
    return new RequestVerifier(trust, nonces, clock);
  }

  ResponseSigner responseSigner() {
    return new ResponseSigner(JAMBI, jambiKey, clock);
  }

  ResponseVerifier responseVerifier() {
    return new ResponseVerifier(trust, clock);
  }

  SignedExchange exchange() {
    return new SignedExchange(requestSigner(), responseVerifier(), JAMBI);
  }

  String jakartaKeyId() {
    return JAKARTA + "#" + jakartaKey.keyId();
  }

  /** The POST, following the profile, but signed by hand. */
  HandSigned handSigned() {
    return handSigned(NOW, "POST", DIGEST);
  }

  HandSigned handSigned(Instant created, String method, String digest) {
    return HandSigned.by(jakartaKeyId(), created)
        .cover("\"@method\"", method)
        .cover("\"@target-uri\"", TARGET.toString())
        .cover("\"content-digest\"", digest)
        .cover("\"content-type\"", "application/x-www-form-urlencoded")
        .cover("\"idempotency-key\"", "\"8e03978e\"");
  }

  /** The POST with the signature it was given by hand. */
  Request request(HandSigned signed) {
    return with(post(), signed.sign(jakartaKey).with("Content-Digest", DIGEST));
  }

  static Request post() {
    Headers headers =
        Headers.EMPTY
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Idempotency-Key", "\"8e03978e\"")
            .with("Accept", "application/json");
    return new Request("POST", TARGET, headers, BODY);
  }

  static Request get() {
    return new Request("GET", TARGET, Headers.EMPTY.with("Accept", "*/*"), new byte[0]);
  }

  static Request with(Request request, Headers more) {
    return withHeaders(request, FieldLines.concat(request.headers(), more));
  }

  static Request withHeaders(Request request, Headers headers) {
    return new Request(request.method(), request.target(), headers, request.body());
  }

  static Request withBody(Request request, byte[] body) {
    return new Request(request.method(), request.target(), request.headers(), body);
  }

  static Headers without(Headers headers, String name) {
    return Headers.of(
        headers.fields().stream().filter(f -> !f.name().equalsIgnoreCase(name)).toList());
  }

  static Headers replace(Headers headers, String name, String value) {
    return without(headers, name).with(name, value);
  }

  static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
  }
}
