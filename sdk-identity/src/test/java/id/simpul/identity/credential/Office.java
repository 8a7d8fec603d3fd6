package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An issuer, a holder and a verifier who know what they need of each other, and a clock. */
final class Office {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  static final EntityId ISSUER = new EntityId("https://jambi.example/dukcapil");
  static final String TYPE = "https://jambi.example/credentials/test/v1";
  static final String AUDIENCE = "https://merangin.example/verifier";
  static final String NONCE = "YWJjZGVmZ2hpamtsbW5vcA";
  static final KeyBindingChallenge CHALLENGE = new KeyBindingChallenge(AUDIENCE, NONCE);
  static final SecureRandom RANDOM = new SecureRandom();

  final SettableClock clock = new SettableClock(NOW);
  final SigningKey key;
  final SigningKey holderKey;
  final InMemoryNonceStore nonces = new InMemoryNonceStore(clock);

  Office(SigningKey issuer, SigningKey holder) {
    key = issuer;
    holderKey = holder;
  }

  Office(SignatureAlgorithm issuer, SignatureAlgorithm holder) {
    this(SigningKeys.generate(issuer, RANDOM), SigningKeys.generate(holder, RANDOM));
  }

  Office(SignatureAlgorithm algorithm) {
    this(algorithm, algorithm);
  }

  Office() {
    this(SignatureAlgorithm.ED25519);
  }

  PinnedEntities trust() {
    return new PinnedEntities(
        List.of(new ResolvedEntity(ISSUER, List.of(key.publicKey()), Instant.MAX)));
  }

  static IssuerPolicy policy() {
    return IssuerPolicy.listed(Map.of(TYPE, Set.of(ISSUER)));
  }

  SdJwtVcVerifier.Builder verifierBuilder() {
    return SdJwtVcVerifier.builder(trust(), policy(), Set.of(TYPE), clock);
  }

  BearerVerifier bearer() {
    return verifierBuilder().build().withoutKeyBinding();
  }

  HolderBoundVerifier bound() {
    return verifierBuilder().build().requiringKeyBinding(AUDIENCE, nonces);
  }

  SdJwtVcHolder holder() {
    return new SdJwtVcHolder(verifierBuilder().build(), holderKey, clock);
  }

  SdJwtVcIssuer.Builder issuer() {
    return SdJwtVcIssuer.builder(ISSUER, key, TYPE, clock);
  }

  PublicJwk holderJwk() {
    return PublicJwk.of(holderKey.publicKey());
  }

  /** What every credential says, without braces. */
  static String basics() {
    long now = NOW.getEpochSecond();
    return "\"iss\":\"%s\",\"vct\":\"%s\",\"iat\":%d,\"exp\":%d"
        .formatted(ISSUER, TYPE, now, now + 3600);
  }

  String cnf() {
    return "\"cnf\":{\"jwk\":" + text(holderJwk().toJson()) + "}";
  }

  /** A payload with the basics and more members. */
  static String payload(String... members) {
    return "{" + basics() + "," + String.join(",", members) + "}";
  }

  /** Signs a payload by hand and adds the disclosures. */
  String signed(String payload, String... disclosures) {
    String header = HandMade.header(key, "dc+sd-jwt");
    return HandMade.join(HandMade.sign(key, header, payload), disclosures);
  }

  /** What the holder says of an SD-JWT at the present time. */
  static String binding(String sdJwt) {
    return "{\"iat\":%d,\"aud\":\"%s\",\"nonce\":\"%s\",\"sd_hash\":\"%s\"}"
        .formatted(NOW.getEpochSecond(), AUDIENCE, NONCE, HandMade.digest(sdJwt));
  }

  String bindingHeader() {
    return "{\"alg\":\"%s\",\"typ\":\"kb+jwt\"}".formatted(holderKey.algorithm().joseName());
  }

  /** Adds a key binding by hand. */
  String bind(String sdJwt) {
    return bind(sdJwt, binding(sdJwt));
  }

  String bind(String sdJwt, String bindingPayload) {
    return sdJwt + HandMade.sign(holderKey, bindingHeader(), bindingPayload);
  }

  static JsonObject json(String text) {
    try {
      return (JsonObject) Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  static String text(JsonObject json) {
    return new String(Json.toBytes(json), StandardCharsets.UTF_8);
  }

  /** The claims without those every credential has. */
  static JsonObject own(VerifiedCredential credential) {
    JsonObject.Builder own = JsonObject.builder();
    credential
        .claims()
        .members()
        .forEach((name, value) -> {
          if (!Set.of("iss", "vct", "iat", "exp", "cnf", "status").contains(name)) {
            own.put(name, value);
          }
        });
    return own.build();
  }

  /** The refusal, with no word of what was planted anywhere in its stack trace. */
  static TrustException refusal(Reason reason, ThrowingCallable call, String... planted) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isExactlyInstanceOf(TrustException.class);
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    for (String secret : planted) {
      assertThat(trace.toString()).doesNotContain(secret);
    }
    TrustException refusal = (TrustException) thrown;
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
    return refusal;
  }
}
