package id.simpul.identity.http;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test keys of RFC 9421, appendix B.1, by their names there. Public, and never for real use.
 */
final class RfcKeys {
  private static final List<String> PUBLIC_KEYS =
      List.of(
          """
          {"kty":"EC","crv":"P-256","kid":"test-key-ecc-p256",
          "x":"qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
          "y":"Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"}
          """,
          """
          {"kty":"OKP","crv":"Ed25519","kid":"test-key-ed25519",
          "x":"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"}
          """);

  private final Map<String, VerificationKey> keys = new HashMap<>();

  RfcKeys() {
    for (String jwk : PUBLIC_KEYS) {
      PublicJwk key = PublicJwk.parse(jwk.getBytes(StandardCharsets.UTF_8));
      keys.put(key.kid(), key.key());
    }
  }

  Optional<VerificationKey> named(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  /** Whether a printed private key is one of ours and works; empty for kinds we do not read. */
  Optional<Boolean> check(RfcBlock block) {
    return read(block.text()).map(key -> keys.containsValue(key.publicKey()) && signs(key));
  }

  private static boolean signs(SigningKey key) {
    byte[] message = "laporan".getBytes(StandardCharsets.UTF_8);
    return key.publicKey().verify(message, key.sign(message));
  }

  private static Optional<SigningKey> read(String text) {
    int pem = text.indexOf("-----BEGIN PRIVATE KEY-----");
    try {
      return Optional.of(SigningKeys.parse(Secret.of(pem < 0 ? text : text.substring(pem))));
    } catch (TrustException e) {
      return Optional.empty();
    }
  }

  /** The name in a printed JWK. */
  static String name(RfcBlock block) throws IOException {
    byte[] json = block.text().getBytes(StandardCharsets.UTF_8);
    return Corpus.text((JsonObject) Json.read(json, Limits.DEFAULT), "kid");
  }
}
