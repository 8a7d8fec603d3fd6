package id.simpul.identity.vectors;

import static id.simpul.identity.vectors.Wycheproof.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.EveryLibrary;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Project Wycheproof's cases for verifying, through the public API and with each library, whichever
 * of them the folder holds.
 */
@Tag("vectors")
class WycheproofTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger P256_ORDER = CustomNamedCurves.getByName("secp256r1").getN();

  private final JwsVerifier verifier =
      new JwsVerifier(JwsProfile.untyped().build(), InstantSource.system());

  @ParameterizedTest
  @EnumSource
  void verify_ed25519_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("ed25519_test.json", library)
        .judge((group, test) -> {
          byte[] x = HEX.parseHex(publicKey(group, "pk"));
          return verify(jwk("OKP", "Ed25519").put("x", encode(x)), providers, test);
        });
  }

  @ParameterizedTest
  @EnumSource
  void verify_p256InJoseForm_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("ecdsa_secp256r1_sha256_p1363_test.json", library)
        .judge((group, test) -> verify(p256(group), providers, test));
  }

  /**
   * JOSE has r and s where these cases have ASN.1. The ASN.1 itself is never taken; what is
   * well-formed of it is asked again as r and s.
   */
  @ParameterizedTest
  @EnumSource
  void verify_p256InDer_agreesOnceConverted(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("ecdsa_secp256r1_sha256_test.json", library)
        .judge((group, test) -> {
          VerificationKey key = key(p256(group), providers);
          byte[] message = HEX.parseHex(text(test, "msg"));
          byte[] der = HEX.parseHex(text(test, "sig"));
          assertThat(key.verify(message, der)).isFalse();
          return key.verify(message, converted(der));
        });
  }

  /** RFC 3279, section 2.2.3, in DER alone, or nothing. */
  private static byte[] converted(byte[] der) {
    try {
      BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(P256_ORDER, der);
      return PlainDSAEncoding.INSTANCE.encode(P256_ORDER, rs[0], rs[1]);
    } catch (IOException | RuntimeException e) {
      return new byte[0]; // the reader throws many unchecked kinds
    }
  }

  /** For documents from abroad, which Bouncy Castle alone verifies. */
  @Test
  void verify_rsaOfDocuments_agrees() throws IOException {
    Wycheproof.open("rsa_pss_2048_sha256_mgf1_32_test.json", CryptoLibrary.BOUNCY_CASTLE)
        .judge((group, test) ->
            DocumentKey.of(rsa(HEX.parseHex(text(group, "publicKeyDer"))))
                .verify(HEX.parseHex(text(test, "msg")), HEX.parseHex(text(test, "sig"))));
  }

  private static PublicKey rsa(byte[] der) throws IOException {
    try {
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void verify_mlDsa65_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("mldsa_65_verify_test.json", library)
        .judge((group, test) -> {
          byte[] pub = HEX.parseHex(text(group, "publicKey"));
          JsonObject.Builder jwk = JsonObject.builder().put("kty", "AKP").put("alg", "ML-DSA-65");
          return verify(jwk.put("pub", encode(pub)), providers, test);
        });
  }

  @ParameterizedTest
  @EnumSource
  void verify_jsonWebSignatures_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("json_web_signature_test.json", library)
        .judge((group, test) -> verify(set(Wycheproof.key(group)), providers, text(test, "jws")));
  }

  @ParameterizedTest
  @EnumSource
  void verify_jsonWebKeySets_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("json_web_key_test.json", library)
        .judge((group, test) -> verify(Wycheproof.key(group), providers, text(test, "jws")));
  }

  /** Signatures and, so that nothing encrypted is taken for one, encryptions. */
  @ParameterizedTest
  @EnumSource
  void verify_jsonWebCrypto_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("json_web_crypto_test.json", library)
        .judge((group, test) -> {
          JsonObject key = Wycheproof.key(group);
          JsonObject keys = key.get("keys").isPresent() ? key : set(key);
          return verify(keys, providers, text(test, "jws") + text(test, "jwe"));
        });
  }

  private static JsonObject set(JsonObject key) {
    return JsonObject.builder().put("keys", new JsonArray(List.of(key))).build();
  }

  private static VerificationKey key(JsonObject.Builder jwk, CryptoProviders providers) {
    return PublicJwk.parse(Json.toBytes(jwk.build())).bind(providers).key();
  }

  private static boolean verify(
      JsonObject.Builder jwk, CryptoProviders providers, JsonObject test) {
    return key(jwk, providers)
        .verify(HEX.parseHex(text(test, "msg")), HEX.parseHex(text(test, "sig")));
  }

  private boolean verify(JsonObject keys, CryptoProviders providers, String token) {
    JwkSet set = JwkSet.parse(Json.toBytes(keys)).bind(providers);
    return verifier.verifySignatureOnly(token, set).bytes() != null;
  }

  private static JsonObject.Builder p256(JsonObject group) {
    byte[] point = HEX.parseHex(publicKey(group, "uncompressed"));
    byte[] x = Arrays.copyOfRange(point, 1, 33);
    byte[] y = Arrays.copyOfRange(point, 33, point.length);
    return jwk("EC", "P-256").put("x", encode(x)).put("y", encode(y));
  }

  private static String publicKey(JsonObject group, String member) {
    return text((JsonObject) group.get("publicKey").orElseThrow(), member);
  }

  private static JsonObject.Builder jwk(String kty, String crv) {
    return JsonObject.builder().put("kty", kty).put("crv", crv);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
