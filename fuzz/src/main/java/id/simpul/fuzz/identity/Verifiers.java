package id.simpul.fuzz.identity;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.UnverifiedPeek;
import id.simpul.identity.jose.VerifiedJws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Verifiers of every shape, with keys that believe anything, and what must hold of their yes. */
final class Verifiers {
  static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  static final String ISSUER = "https://jambi.example";
  static final String TYP = "fuzz+jwt";

  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ");

  private final List<PublicJwk> keys =
      Arrays.stream(SignatureAlgorithm.values())
          .map(algorithm -> PublicJwk.of(new Believer(algorithm)))
          .toList();
  private final JwkSet set = JwkSet.of(keys);
  private final JwsProfile named = profile().build();
  private final JwsProfile ofContext = profile().keyOfContext().optionalExpiry().build();
  private final JwsProfile embedded = profile().embeddedKey().expiryByAge(LIFETIME).build();

  private static JwsProfile.Builder profile() {
    return JwsProfile.typed(TYP).maxLifetime(LIFETIME);
  }

  static String token(byte[] header, byte[] payload) {
    return Base64Url.encode(header) + "." + Base64Url.encode(payload) + ".AAAA";
  }

  /** Shows a token to all of them. */
  void verify(String token) {
    ExpectedClaims expected = ExpectedClaims.issuedBy(ISSUER);
    attempt(() -> UnverifiedPeek.of(token, named));
    attempt(() -> new JwsVerifier(named, CLOCK).verify(token, set, expected))
        .ifPresent(verified -> check(verified, true));
    attempt(() -> new JwsVerifier(named, CLOCK).verifySignatureOnly(token, set));
    attempt(() -> new JwsVerifier(ofContext, CLOCK).verify(token, keys.get(0), expected))
        .ifPresent(verified -> check(verified, false));
    // Here the key is the token's own and real, so only a true signature gets through.
    attempt(() -> new JwsVerifier(embedded, CLOCK).verifyEmbedded(token, expected))
        .ifPresent(verified -> require(verified.expiresAt().isEmpty(), "two ways to expire"));
  }

  static <T> Optional<T> attempt(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (TrustException e) {
      keepsSilent(e);
      return Optional.empty();
    }
  }

  private static void check(VerifiedJws verified, boolean mustExpire) {
    JsonObject header = verified.header();
    require(MEMBERS.containsAll(header.members().keySet()), "a header member beyond the profile");
    require(new JsonString(TYP).equals(header.members().get("typ")), "another type");
    require(verified.issuer().equals(Optional.of(ISSUER)), "another issuer");
    require(verified.claims().get("aud").isEmpty(), "meant for somebody else");
    Duration leeway = JwsProfile.MAX_LEEWAY;
    require(!verified.issuedAt().isAfter(NOW.plus(leeway)), "issued in the future");
    Optional<Instant> expiry = verified.expiresAt();
    require(expiry.isPresent() || !mustExpire, "never expires");
    expiry.ifPresent(exp -> {
      require(exp.plus(leeway).isAfter(NOW), "has expired");
      require(!exp.isAfter(verified.issuedAt().plus(LIFETIME)), "lives too long");
    });
    String algorithm = ((JsonString) header.get("alg").orElseThrow()).value();
    String own = verified.signedBy().key().algorithm().joseName();
    require(
        algorithm.equals(own) || (algorithm.equals("EdDSA") && own.equals("Ed25519")),
        "another algorithm than the key's");
  }
}
