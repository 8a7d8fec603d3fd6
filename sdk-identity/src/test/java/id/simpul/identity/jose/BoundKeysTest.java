package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwsProfile.KeySource;
import id.simpul.identity.testing.EveryLibrary;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens signed and verified by every library. */
class BoundKeysTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final JsonObject CLAIMS = JsonObject.builder().put("iss", Tokens.ISSUER).build();
  private static final ExpectedClaims EXPECTED = ExpectedClaims.issuedBy(Tokens.ISSUER);

  static Stream<Arguments> everyLibraryAndAlgorithm() {
    return Arrays.stream(CryptoLibrary.values())
        .flatMap(library ->
            Arrays.stream(SignatureAlgorithm.values())
                .map(algorithm -> Arguments.of(library, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void verify_tokenOfABoundKey_isTakenByBoundAndUnbound(
      CryptoLibrary library, SignatureAlgorithm algorithm) {
    CryptoProviders providers = EveryLibrary.on(library);
    SigningKey key = Tokens.key(algorithm);
    String token =
        new JwsSigner(Tokens.PROFILE, providers.bind(key), Tokens.CLOCK).sign(CLAIMS, MINUTE);
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    JwkSet keys = Tokens.keysOf(key);
    JwkSet bound = keys.bind(providers);
    assertThat(verifier.verify(token, keys, EXPECTED).issuer()).contains(Tokens.ISSUER);
    assertThat(verifier.verify(token, bound, EXPECTED).issuer()).contains(Tokens.ISSUER);
    assertThat(bound.keys()).isEqualTo(keys.keys());
    assertThat(bound.toJson()).isEqualTo(keys.toJson());
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void verify_hostileToken_isRefusedByEveryLibrary(
      CryptoLibrary library, SignatureAlgorithm algorithm) {
    CryptoProviders providers = EveryLibrary.on(library);
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    for (HostileTokens.Case hostile : HostileTokens.of(algorithm, KeySource.KEY_SET)) {
      JwkSet keys = Tokens.keysOf(hostile.key()).bind(providers);
      Reason reason =
          Tokens.refusal(() -> verifier.verify(hostile.token(), keys, EXPECTED)).reason();
      assertThat(reason).as(hostile.name()).isEqualTo(hostile.reason());
    }
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndAlgorithm")
  void verifyEmbedded_keyInTheToken_isBound(CryptoLibrary library, SignatureAlgorithm algorithm) {
    CryptoProviders providers = EveryLibrary.on(library);
    JwsProfile profile = JwsProfile.typed("proof+jwt").embeddedKey().build();
    SigningKey key = providers.bind(Tokens.key(algorithm));
    String token =
        new JwsSigner(profile, key, Tokens.CLOCK).sign(JsonObject.builder().build(), MINUTE);
    JwsVerifier verifier = new JwsVerifier(profile, Tokens.CLOCK, providers);
    VerifiedJws jws = verifier.verifyEmbedded(token, ExpectedClaims.withoutIssuer());
    assertThat(jws.signedBy().key()).isEqualTo(key.publicKey());
  }
}
