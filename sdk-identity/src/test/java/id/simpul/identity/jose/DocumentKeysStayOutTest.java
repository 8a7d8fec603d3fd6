package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What verifies documents from abroad verifies no token, whatever the token says of itself. */
class DocumentKeysStayOutTest {
  private static final ExpectedClaims EXPECTED = ExpectedClaims.issuedBy(Tokens.ISSUER);
  private static final String KID = "abroad";

  /** A key that verifies documents, its JWK and a good signature of a token's input. */
  private interface Abroad {
    JsonObject.Builder jwk();

    byte[] sign(byte[] input) throws GeneralSecurityException;
  }

  private static Abroad p384() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    assertThat(DocumentKey.of(key)).isNotNull();
    return new Abroad() {
      @Override
      public JsonObject.Builder jwk() {
        return JsonObject.builder()
            .put("kty", "EC")
            .put("crv", "P-384")
            .put("x", unsigned(key.getW().getAffineX(), 48))
            .put("y", unsigned(key.getW().getAffineY(), 48));
      }

      @Override
      public byte[] sign(byte[] input) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(pair.getPrivate());
        signer.update(input);
        return signer.sign();
      }
    };
  }

  private static Abroad rsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    assertThat(DocumentKey.of(key)).isNotNull();
    return new Abroad() {
      @Override
      public JsonObject.Builder jwk() {
        return JsonObject.builder()
            .put("kty", "RSA")
            .put("n", unsigned(key.getModulus(), 256))
            .put("e", unsigned(key.getPublicExponent(), 3));
      }

      @Override
      public byte[] sign(byte[] input) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("RSASSA-PSS");
        signer.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signer.initSign(pair.getPrivate());
        signer.update(input);
        return signer.sign();
      }
    };
  }

  private static String unsigned(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    byte[] out = new byte[length];
    int from = Math.max(0, bytes.length - length);
    int count = bytes.length - from;
    System.arraycopy(bytes, from, out, length - count, count);
    return encode(out);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String token(Abroad signer, String header) throws GeneralSecurityException {
    String input = Tokens.encode(header) + "." + Tokens.encode(Tokens.claims(""));
    return input + "." + encode(signer.sign(Tokens.utf8(input)));
  }

  private static void refused(Reason reason, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void documentKey_type_isNoKeyOfAToken() {
    assertThat(VerificationKey.class.isAssignableFrom(DocumentKey.class)).isFalse();
    assertThat(SignatureAlgorithm.values())
        .extracting(SignatureAlgorithm::joseName)
        .containsExactly("Ed25519", "ES256", "ML-DSA-65");
    assertThat(JwsProfile.typed(Tokens.TYP).build().algorithms())
        .containsExactlyInAnyOrder(SignatureAlgorithm.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ES256", "ES384", "PS256", "RS256"})
  void jwk_ofKeyFromAbroad_isRefused(String alg) throws GeneralSecurityException {
    for (Abroad abroad : List.of(p384(), rsa())) {
      JsonObject.Builder jwk = abroad.jwk().put("kid", KID);
      if (!alg.isEmpty()) {
        jwk.put("alg", alg);
      }
      JsonObject json = jwk.build();
      refused(Reason.KEY_UNUSABLE, () -> PublicJwk.of(json));
      assertThatThrownBy(() -> PublicJwk.of(jwk.put("crv", "P-256").build()))
          .isInstanceOf(TrustException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "PS256", "PS384", "RS256", "Ed25519"})
  void verify_tokenSignedAbroad_isRefusedByEveryProfile(String alg)
      throws GeneralSecurityException {
    SigningKey ours = Tokens.key(SignatureAlgorithm.ES256);
    PublicJwk known = PublicJwk.of(ours.publicKey());
    String header = Tokens.header(alg, Tokens.TYP, ours.keyId());
    for (Abroad abroad : List.of(p384(), rsa())) {
      String token = token(abroad, header);
      JwsVerifier bySet = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
      JwsVerifier byContext =
          new JwsVerifier(JwsProfile.typed(Tokens.TYP).keyOfContext().build(), Tokens.CLOCK);

      assertThatThrownBy(() -> bySet.verify(token, Tokens.keysOf(ours), EXPECTED))
          .isInstanceOf(TrustException.class);
      assertThatThrownBy(() -> byContext.verify(token, known, EXPECTED))
          .isInstanceOf(TrustException.class);
    }
  }

  @Test
  void verify_setThatHoldsAKeyFromAbroad_doesNotKnowIt() throws GeneralSecurityException {
    for (Abroad abroad : List.of(p384(), rsa())) {
      JsonObject set =
          JsonObject.builder()
              .put(
                  "keys",
                  new JsonArray(
                      List.of(
                          PublicJwk.of(Tokens.key(SignatureAlgorithm.ES256).publicKey()).toJson(),
                          abroad.jwk().put("kid", KID).build())))
              .build();
      JwkSet keys = JwkSet.of(set);
      String token = token(abroad, Tokens.header("ES256", Tokens.TYP, KID));

      refused(
          Reason.UNKNOWN_KEY,
          () -> new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK).verify(token, keys, EXPECTED));
    }
  }

  @Test
  void verify_tokenThatCarriesAKeyFromAbroad_isRefused() throws GeneralSecurityException {
    JwsVerifier embedded =
        new JwsVerifier(JwsProfile.typed(Tokens.TYP).embeddedKey().build(), Tokens.CLOCK);
    for (Abroad abroad : List.of(p384(), rsa())) {
      String jwk = new String(Json.toBytes(abroad.jwk().build()), StandardCharsets.UTF_8);
      String header = "{\"alg\":\"ES256\",\"typ\":\"" + Tokens.TYP + "\",\"jwk\":" + jwk + "}";
      String token = token(abroad, header);

      refused(Reason.KEY_UNUSABLE, () -> embedded.verifyEmbedded(token, EXPECTED));
    }
  }
}
