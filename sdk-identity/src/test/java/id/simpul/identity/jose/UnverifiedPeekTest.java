package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnverifiedPeekTest {
  private static final JwsProfile OF_CONTEXT = JwsProfile.typed(Tokens.TYP).keyOfContext().build();

  private final SigningKey key = Tokens.key(SignatureAlgorithm.ED25519);
  private final JwsProfile profile = Tokens.PROFILE;
  private final JwsVerifier verifier = new JwsVerifier(OF_CONTEXT, Tokens.CLOCK);
  private final ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER);

  private UnverifiedPeek peek(String claims) {
    return UnverifiedPeek.of(Tokens.sign(key, Tokens.header(key), claims), profile);
  }

  @Test
  void of_anyToken_showsIssuerAndKidAlone() {
    String token = Tokens.sign(key, Tokens.header(key), Tokens.claims(",\"nik\":\"planted\""));
    String unsigned = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
    UnverifiedPeek peek = UnverifiedPeek.of(unsigned, profile);
    assertThat(peek.issuer()).contains(Tokens.ISSUER);
    assertThat(peek.kid()).contains(key.keyId());
    assertThat(peek).hasToString("unverified");
  }

  @Test
  void of_noIssuer_isEmpty() {
    assertThat(peek("{}").issuer()).isEmpty();
  }

  @Test
  void of_issuerAtTheLimitAndOnePast_isTakenAndRefused() {
    String longest = "i".repeat(EntityId.MAX_LENGTH);
    assertThat(peek("{\"iss\":\"" + longest + "\"}").issuer()).contains(longest);
    for (String iss : List.of("\"i" + longest + "\"", "1", "null", "[\"a\"]")) {
      assertThat(Tokens.refusal(() -> peek("{\"iss\":" + iss + "}")).reason())
          .isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void of_surrogatePairs_isRefused() {
    String head = Tokens.sign(key, Tokens.header(key), "{}");
    String token = head.substring(0, head.indexOf('.') + 1) + "\ud83d\ude00".repeat(3) + ".";
    assertThat(Tokens.refusal(() -> UnverifiedPeek.of(token, profile)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void of_headerOutsideTheProfile_isRefused() {
    String token = Tokens.sign(key, Tokens.header("none", "JWT", "k"), "{}");
    assertThat(Tokens.refusal(() -> UnverifiedPeek.of(token, profile)).reason())
        .isEqualTo(Reason.NOT_ALLOWED);
    JwsProfile tight = JwsProfile.typed(Tokens.TYP).maxLength(10).build();
    assertThat(Tokens.refusal(() -> UnverifiedPeek.of(token, tight)).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void verify_tokenThatWasLookedInto_isVerifiedInFull() {
    PublicJwk jwk = PublicJwk.of(key.publicKey());
    String token = Tokens.sign(key, Tokens.header(key), Tokens.claims(",\"sub\":\"s\""));
    UnverifiedPeek peek = UnverifiedPeek.of(token, OF_CONTEXT);
    VerifiedJws jws = verifier.verify(peek, jwk, expected);
    assertThat(jws.subject()).contains("s");
    assertThat(jws.signedBy()).isEqualTo(jwk);
    assertThat(jws.claims()).isEqualTo(verifier.verify(token, jwk, expected).claims());
  }

  @Test
  void verify_badTokenThatWasLookedInto_isRefusedForTheSameReason() {
    PublicJwk jwk = PublicJwk.of(key.publicKey());
    String good = Tokens.sign(key, Tokens.header(key), Tokens.claims(""));
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    String other = Tokens.header("ES256", Tokens.TYP, "k");
    for (String token :
        List.of(
            unsigned,
            unsigned + "AAAA",
            unsigned + "?",
            Tokens.sign(key, other, Tokens.claims("")),
            Tokens.sign(key, Tokens.header(key), Tokens.claims(",\"aud\":\"x\"")),
            Tokens.sign(key, Tokens.header(key), "{\"iss\":\"" + Tokens.ISSUER + "\"}"),
            Tokens.sign(key, Tokens.header(key), Tokens.claims("").replace("jambi", "jambu")))) {
      UnverifiedPeek peek = UnverifiedPeek.of(token, OF_CONTEXT);
      assertThat(Tokens.refusal(() -> verifier.verify(peek, jwk, expected)).reason())
          .isEqualTo(Tokens.refusal(() -> verifier.verify(token, jwk, expected)).reason());
    }
  }

  @Test
  void verify_lookByAnotherProfile_isAMistake() {
    PublicJwk jwk = PublicJwk.of(key.publicKey());
    String token = Tokens.sign(key, Tokens.header(key), Tokens.claims(""));
    UnverifiedPeek byAnother = UnverifiedPeek.of(token, profile);
    assertThatIllegalStateException().isThrownBy(() -> verifier.verify(byAnother, jwk, expected));
    JwsVerifier ofKeySet = new JwsVerifier(profile, Tokens.CLOCK);
    assertThatIllegalStateException().isThrownBy(() -> ofKeySet.verify(byAnother, jwk, expected));
  }
}
