package id.simpul.health.certificate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.format.CanonicalJson;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.identity.DocumentKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With RFC 8785 in the place of RDF's canonical form, which the caller brings anyway. */
class JsonWebSignature2020Test {
  private static final Signer WHO = Signer.indonesian();
  private static final String METHOD = "did:web:who.example:signing:DID";
  private static final String HEADER = "{\"b64\":false,\"crit\":[\"b64\"],\"alg\":\"ES256\"}";
  private static final String OPTIONS =
      """
      {"type":"JsonWebSignature2020","created":"2026-11-20T12:00:21Z","nonce":"Gp3u",
       "proofPurpose":"assertionMethod","verificationMethod":"did:web:who.example:signing:DID"}
      """;

  private final JsonWebSignature2020 check =
      new JsonWebSignature2020(
          DocumentKey.of(WHO.pair().getPublic()), METHOD, CanonicalJson::toBytes);

  private static JsonObject json(String text) {
    try {
      return (JsonObject) Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonObject document() {
    return json("{\"@context\":[\"https://www.w3.org/ns/did/v1\"],\"id\":\"did:web:x\"}");
  }

  private static JsonObject with(JsonObject object, String name, Object value) {
    JsonObject.Builder builder = JsonObject.builder();
    object
        .members()
        .forEach((key, some) -> {
          if (!key.equals(name)) {
            builder.put(key, some);
          }
        });
    return value instanceof JsonObject other
        ? builder.put(name, other).build()
        : builder.put(name, new JsonString((String) value)).build();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] canonical(JsonObject object) {
    try {
      return CanonicalJson.toBytes(object);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject signed(String header, JsonObject options, UnaryOperator<byte[]> form) {
    JsonObject context = with(options, "@context", json("{\"a\":0}"));
    JsonObject.Builder withContext = JsonObject.builder();
    context
        .members()
        .forEach((key, value) ->
            withContext.put(
                key, key.equals("@context") ? document().get("@context").orElseThrow() : value));
    String head = base64(header.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes((head + ".").getBytes(StandardCharsets.US_ASCII));
    input.writeBytes(sha256(canonical(withContext.build())));
    input.writeBytes(sha256(canonical(document())));
    byte[] signature = form.apply(der(input.toByteArray()));
    return with(document(), "proof", with(options, "jws", head + ".." + base64(signature)));
  }

  private static byte[] der(byte[] input) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(WHO.pair().getPrivate());
      signer.update(input);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(Reason reason, JsonObject document) {
    assertThat(catchThrowableOfType(TrustException.class, () -> check.check(document)).reason())
        .isEqualTo(reason);
  }

  @Test
  void check_signatureInDer_saysWhenItWasSigned() {
    for (int i = 0; i < 40; i++) { // so that numbers with and without a leading zero come
      assertThat(check.check(signed(HEADER, json(OPTIONS), der -> der)).orElseThrow())
          .hasToString("2026-11-20T12:00:21Z");
    }
  }

  @Test
  void check_anythingChanged_isRefused() {
    JsonObject good = signed(HEADER, json(OPTIONS), der -> der);
    refused(Reason.SIGNATURE_INVALID, with(good, "id", "did:web:y"));
    JsonObject proof = (JsonObject) good.get("proof").orElseThrow();
    refused(
        Reason.SIGNATURE_INVALID,
        with(good, "proof", with(proof, "created", "2026-11-22T00:00:00Z")));
    refused(Reason.SIGNATURE_INVALID, with(good, "proof", with(proof, "nonce", "other")));
    refused(Reason.UNSIGNED, document());
  }

  @ParameterizedTest
  @CsvSource({
    "type,Ed25519Signature2020",
    "proofPurpose,authentication",
    "verificationMethod,did:web:z"
  })
  void check_proofOfAnotherKind_isRefused(String name, String value) {
    refused(Reason.NOT_ALLOWED, signed(HEADER, with(json(OPTIONS), name, value), der -> der));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"alg\":\"ES256\"}",
        "{\"b64\":true,\"crit\":[\"b64\"],\"alg\":\"ES256\"}",
        "{\"b64\":false,\"crit\":[\"b64\"],\"alg\":\"none\"}",
        "{\"b64\":false,\"crit\":[\"b64\",\"x\"],\"alg\":\"ES256\"}",
        "{\"b64\":false,\"crit\":[\"b64\"],\"alg\":\"ES256\",\"x\":1}",
      })
  void check_otherHeader_isRefused(String header) {
    refused(Reason.NOT_ALLOWED, signed(header, json(OPTIONS), der -> der));
  }

  @Test
  void check_signatureInAnotherForm_isRefused() {
    List<UnaryOperator<byte[]>> forms =
        List.of(
            der -> new byte[0],
            der -> Arrays.copyOf(der, der.length - 1),
            der -> Arrays.copyOf(der, der.length + 1),
            JsonWebSignature2020Test::withZero,
            der -> {
              byte[] negative = der.clone();
              negative[4] |= (byte) 0x80;
              return der[4] == 0 ? new byte[1] : negative;
            });
    for (UnaryOperator<byte[]> form : forms) {
      refused(Reason.MALFORMED, signed(HEADER, json(OPTIONS), form));
    }
  }

  /** One zero more than the first number needs. */
  private static byte[] withZero(byte[] der) {
    byte[] longer = new byte[der.length + 1];
    System.arraycopy(der, 0, longer, 0, 4);
    System.arraycopy(der, 4, longer, 5, der.length - 4);
    longer[1]++;
    longer[3]++;
    return longer;
  }

  @Test
  void check_jws_hasALimit() {
    JsonObject proof = with(json(OPTIONS), "jws", "a".repeat(1025));
    refused(Reason.MALFORMED, with(document(), "proof", proof));
    refused(Reason.MALFORMED, with(document(), "proof", with(proof, "jws", "YQ.YQ.YQ")));
    refused(Reason.MALFORMED, with(document(), "proof", json(OPTIONS)));
  }

  @Test
  void check_keyOfAnotherKind_isRefused() {
    DocumentKey rsa = DocumentKey.of(Signer.rsa(2048).getPublic());
    assertThatThrownBy(() -> new JsonWebSignature2020(rsa, METHOD, CanonicalJson::toBytes))
        .isInstanceOf(TrustException.class);
  }
}
