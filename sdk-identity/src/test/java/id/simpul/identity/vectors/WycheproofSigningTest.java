package id.simpul.identity.vectors;

import static id.simpul.identity.vectors.Wycheproof.text;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.value.Secret;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.testing.EveryLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Project Wycheproof's cases for signing with ML-DSA-65, with each library. */
@Tag("vectors")
class WycheproofSigningTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final AlgorithmIdentifier ML_DSA_65 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65);

  @ParameterizedTest
  @EnumSource
  void sign_mlDsa65WithSeed_agrees(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("mldsa_65_sign_seed_test.json", library)
        .judge((group, test) -> {
          SigningKey key = SigningKeys.parse(jwk(group));
          byte[] pkcs8 = HEX.parseHex(text(group, "privateKeyPkcs8"));
          if (pkcs8.length > 0) { // a few groups have none
            assertThat(SigningKeys.parse(pem(pkcs8)).publicKey()).isEqualTo(key.publicKey());
          }
          return canBeAsked(test) && agrees(key, providers, test);
        });
  }

  /** The expanded key alone is refused, so that nothing is signed and all deviate. */
  @ParameterizedTest
  @EnumSource
  void sign_mlDsa65WithoutSeed_isRefused(CryptoLibrary library) throws IOException {
    CryptoProviders providers = EveryLibrary.on(library);
    Wycheproof.open("mldsa_65_sign_noseed_test.json", library)
        .judge((group, test) -> {
          byte[] expanded = HEX.parseHex(text(group, "privateKey"));
          PrivateKeyInfo info = new PrivateKeyInfo(ML_DSA_65, new DEROctetString(expanded));
          return agrees(SigningKeys.parse(pem(info.getEncoded())), providers, test);
        });
  }

  private static Secret pem(byte[] pkcs8) {
    String text = Base64.getEncoder().encodeToString(pkcs8);
    return Secret.of("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
  }

  private static boolean canBeAsked(JsonObject test) {
    return test.get("msg").isPresent() && text(test, "ctx").isEmpty();
  }

  /** Signatures with random numbers in them differ, so they are compared by being taken. */
  private static boolean agrees(SigningKey key, CryptoProviders providers, JsonObject test) {
    byte[] message = HEX.parseHex(text(test, "msg"));
    byte[] expected = HEX.parseHex(text(test, "sig"));
    SigningKey bound = providers.bind(key);
    boolean known =
        Arrays.equals(key.sign(message), expected) || flags(test).contains("Randomized");
    return known
        && bound.publicKey().verify(message, expected)
        && key.publicKey().verify(message, bound.sign(message));
  }

  private static String flags(JsonObject test) {
    return new String(
        Json.toBytes((JsonArray) test.get("flags").orElseThrow()), StandardCharsets.UTF_8);
  }

  private static Secret jwk(JsonObject group) {
    JsonObject jwk =
        JsonObject.builder()
            .put("kty", "AKP")
            .put("alg", "ML-DSA-65")
            .put("pub", new JsonString(encode(HEX.parseHex(text(group, "publicKey")))))
            .put("priv", new JsonString(encode(HEX.parseHex(text(group, "privateSeed")))))
            .build();
    return Secret.of(new String(Json.toBytes(jwk), StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
