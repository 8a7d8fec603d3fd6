package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.jose.JwsProfile.KeySource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlgorithmConfusionTest {
  private static final int MIN_CASES = 60;

  private static final ExpectedClaims EXPECTED = ExpectedClaims.issuedBy(Tokens.ISSUER);

  private final JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
  private final JwsVerifier ofContext =
      new JwsVerifier(JwsProfile.typed(Tokens.TYP).keyOfContext().build(), Tokens.CLOCK);
  private final JwsVerifier embedded =
      new JwsVerifier(JwsProfile.typed(Tokens.TYP).embeddedKey().build(), Tokens.CLOCK);

  static Stream<HostileTokens.Case> hostileTokens() {
    return hostileTokens(KeySource.KEY_SET);
  }

  static Stream<HostileTokens.Case> hostileTokensOfContext() {
    return hostileTokens(KeySource.CONTEXT);
  }

  static Stream<HostileTokens.Case> hostileTokensWithTheirKey() {
    return hostileTokens(KeySource.EMBEDDED);
  }

  private static Stream<HostileTokens.Case> hostileTokens(KeySource source) {
    return Arrays.stream(SignatureAlgorithm.values())
        .flatMap(algorithm -> HostileTokens.of(algorithm, source).stream());
  }

  private static void refused(HostileTokens.Case hostile, ThrowingCallable call) {
    assertThat(Tokens.refusal(call, HostileTokens.PLANTED, "UNION SELECT", "jndi").reason())
        .isEqualTo(hostile.reason());
  }

  @ParameterizedTest
  @MethodSource("hostileTokens")
  void verify_hostileToken_isRefused(HostileTokens.Case hostile) {
    JwkSet keys = Tokens.keysOf(hostile.key());
    refused(hostile, () -> verifier.verify(hostile.token(), keys, EXPECTED));
    if (!hostile.isInPayload()) {
      refused(hostile, () -> verifier.verifySignatureOnly(hostile.token(), keys));
    }
  }

  @ParameterizedTest
  @MethodSource("hostileTokensOfContext")
  void verify_hostileTokenForTheOneKey_isRefused(HostileTokens.Case hostile) {
    PublicJwk key = PublicJwk.of(hostile.key().publicKey());
    refused(hostile, () -> ofContext.verify(hostile.token(), key, EXPECTED));
  }

  @ParameterizedTest
  @MethodSource("hostileTokensWithTheirKey")
  void verifyEmbedded_hostileToken_isRefused(HostileTokens.Case hostile) {
    refused(hostile, () -> embedded.verifyEmbedded(hostile.token(), EXPECTED));
  }

  @ParameterizedTest
  @EnumSource
  void verify_theTokensTheyAllDifferFrom_areTaken(SignatureAlgorithm algorithm) {
    for (KeySource source : KeySource.values()) {
      assertThat(
              HostileTokens.of(algorithm, source).stream().map(HostileTokens.Case::name).distinct())
          .hasSizeGreaterThanOrEqualTo(MIN_CASES);
    }
    SigningKey key = Tokens.key(algorithm);
    PublicJwk jwk = PublicJwk.of(key.publicKey());
    String named = Tokens.sign(key, Tokens.header(key), Tokens.claims(""));
    assertThat(verifier.verify(named, Tokens.keysOf(key), EXPECTED).issuer())
        .contains(Tokens.ISSUER);
    assertThat(ofContext.verify(named, jwk, EXPECTED).signedBy()).isEqualTo(jwk);
    String carried = Tokens.sign(key, HostileTokens.headerWithItsKey(key), Tokens.claims(""));
    assertThat(embedded.verifyEmbedded(carried, EXPECTED).signedBy()).isEqualTo(jwk);
  }

  @Test
  void verify_headerWithAddresses_asksNobody() throws IOException {
    SigningKey key = Tokens.key(SignatureAlgorithm.ES256);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/jwks";
      for (String name : List.of("jku", "x5u", "kid")) {
        String header =
            "{\"alg\":\"ES256\",\"typ\":\"%s\",\"%s\":\"%s\"}".formatted(Tokens.TYP, name, url);
        String token = Tokens.sign(key, header, Tokens.claims(""));
        Tokens.refusal(() -> verifier.verifySignatureOnly(token, Tokens.keysOf(key)));
      }
      server.setSoTimeout(50);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** RFC 7518, section 3.4 sets no bound below n, so half of all signatures have a high s. */
  @Test
  void verify_highS_isTaken() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ES256);
    String input = Tokens.encode(Tokens.header(key)) + "." + Tokens.encode("x");
    byte[] mirrored = Bytes.es256Mirrored(key.sign(Tokens.utf8(input)));
    String token = input + "." + Base64Url.encode(mirrored);
    assertThat(verifier.verifySignatureOnly(token, Tokens.keysOf(key)).bytes()).containsOnly('x');
  }

  /** RFC 9864, section 2.2 retires the name EdDSA; older signers still write it. */
  @Test
  void verify_legacyNameOfEd25519_isTaken() {
    SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
    String header = Tokens.header("EdDSA", Tokens.TYP, key.keyId());
    String token = Tokens.sign(key, header, "x");
    assertThat(verifier.verifySignatureOnly(token, Tokens.keysOf(key)).bytes()).containsOnly('x');
  }
}
