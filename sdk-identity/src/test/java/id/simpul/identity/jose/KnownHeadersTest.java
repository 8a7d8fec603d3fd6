package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownHeadersTest {
  private static final JwsProfile PROFILE = JwsProfile.typed(Tokens.TYP).header("note").build();

  private final KnownHeaders headers = new KnownHeaders(PROFILE);

  private static CompactJws token(String header) {
    return CompactJws.parse(Tokens.encode(header) + ".e30.AAAA", PROFILE);
  }

  /** A header with exactly so many characters in base64url. */
  private static String headerOf(int characters) {
    String header = "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"k\",\"note\":\"%s\"}";
    int bytes = characters / 4 * 3;
    String note = "n".repeat(bytes - header.formatted(Tokens.TYP, "").length());
    return header.formatted(Tokens.TYP, note);
  }

  @Test
  void of_headerThatWasKept_isNotReadAgain() {
    CompactJws jws = token(Tokens.header("ES256", Tokens.TYP, "k"));
    JwsHeader header = headers.of(jws);
    assertThat(headers.of(jws)).isEqualTo(header).isNotSameAs(header);
    headers.keep(jws, header);
    assertThat(headers.of(jws)).isSameAs(header);
  }

  @Test
  void of_otherHeaderInTheSamePlace_isReadForItself() {
    String first = Tokens.header("ES256", Tokens.TYP, "kid-0");
    headers.keep(token(first), headers.of(token(first)));
    // More names than places: some fall where the first is.
    for (int i = 0; i <= 20 * KnownHeaders.KEPT; i++) {
      CompactJws other = token(Tokens.header("ES256", Tokens.TYP, "kid-" + i));
      assertThat(headers.of(other).kid()).isEqualTo("kid-" + i);
      headers.keep(other, headers.of(other));
      assertThat(headers.of(other).kid()).isEqualTo("kid-" + i);
    }
  }

  @Test
  void keep_headerAtTheLengthLimitAndOnePast_isKeptAndNot() {
    CompactJws longest = token(headerOf(KnownHeaders.MAX_LENGTH));
    assertThat(longest.headerLength()).isEqualTo(KnownHeaders.MAX_LENGTH);
    headers.keep(longest, headers.of(longest));
    assertThat(headers.of(longest)).isSameAs(headers.of(longest));
    CompactJws longer = token(headerOf(KnownHeaders.MAX_LENGTH).replace("\"nn", "\"nnn"));
    assertThat(longer.headerLength()).isGreaterThan(KnownHeaders.MAX_LENGTH);
    headers.keep(longer, headers.of(longer));
    assertThat(headers.of(longer)).isNotSameAs(headers.of(longer));
  }

  @Test
  void verify_headerSeenBefore_isHeldToTheKeyAgain() {
    SigningKey ed25519 = Tokens.key(SignatureAlgorithm.ED25519);
    SigningKey es256 = Tokens.key(SignatureAlgorithm.ES256);
    JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
    String header = Tokens.header("ES256", Tokens.TYP, "k");
    String token = Tokens.sign(es256, header, Tokens.claims(""));
    ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER);
    JwkSet keys = named(es256);
    verifier.verify(token, keys, expected);
    assertThat(verifier.verify(token, keys, expected).header().get("kid")).isPresent();
    assertThat(Tokens.refusal(() -> verifier.verify(token, named(ed25519), expected)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    SigningKey other = Tokens.key(SignatureAlgorithm.ES256);
    assertThat(Tokens.refusal(() -> verifier.verify(token, named(other), expected)).reason())
        .isEqualTo(Reason.SIGNATURE_INVALID);
    assertThat(
            Tokens.refusal(() -> verifier.verify(token, Tokens.keysOf(es256), expected)).reason())
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  private static JwkSet named(SigningKey key) {
    JsonObject jwk =
        JsonObject.builder().putAll(PublicJwk.of(key.publicKey()).toJson()).put("kid", "k").build();
    return JwkSet.of(List.of(PublicJwk.of(jwk)));
  }
}
