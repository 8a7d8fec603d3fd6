package id.simpul.health.certificate;

import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Issues SMART Health Cards (SMART Health Cards Framework 1.4), signed with ES256. Immutable,
 * thread-safe.
 */
public final class HealthCardIssuer {
  private static final String FHIR_VERSION = "4.0.1";

  private final String issuer;
  private final SigningKey key;
  private final InstantSource clock;

  /**
   * An issuer.
   *
   * @param issuer its address: {@code https}, without a slash at the end, below which its keys
   *     stand at {@link HealthCardKeys#WELL_KNOWN}
   * @param key a P-256 key, here or in an HSM
   * @param clock says what time it is
   * @throws TrustException {@code KEY_UNUSABLE} when the key is not for ES256
   */
  public HealthCardIssuer(String issuer, SigningKey key, InstantSource clock) {
    HealthCardVerifier.checkIssuer(issuer);
    this.issuer = issuer;
    this.key = Objects.requireNonNull(key, "key");
    this.clock = Objects.requireNonNull(clock, "clock");
    if (key.algorithm() != SignatureAlgorithm.ES256) {
      throw new TrustException(
          Reason.KEY_UNUSABLE, "issuer of health cards", "is not for ES256", key.keyId());
    }
  }

  /**
   * Issues a card that does not end.
   *
   * @param fhirBundle a Bundle of type collection, its entries {@code resource:0} and so on
   * @param types kinds of card besides the one every card is, perhaps none
   * @return a compact JWS
   * @throws ValidationException with everything a verifier would refuse
   */
  public String issue(JsonObject fhirBundle, List<String> types) {
    List<JsonValue> all = new ArrayList<>();
    all.add(new JsonString(HealthCardPayload.HEALTH_CARD));
    types.forEach(type -> all.add(new JsonString(type)));
    JsonObject subject =
        JsonObject.builder().put("fhirVersion", FHIR_VERSION).put("fhirBundle", fhirBundle).build();
    JsonObject credential =
        JsonObject.builder()
            .put("type", new JsonArray(all))
            .put("credentialSubject", subject)
            .build();
    JsonObject payload =
        JsonObject.builder()
            .put("iss", issuer)
            .put("nbf", JsonNumber.of(clock.instant().getEpochSecond()))
            .put("vc", credential)
            .build();
    check(payload);
    return sign(Json.toBytes(payload));
  }

  private static void check(JsonObject payload) {
    List<Violation> violations = new HealthCardPayload(payload).violations();
    if (!violations.isEmpty()) {
      throw new ValidationException("health card", violations);
    }
    if (Json.toBytes(payload).length > HealthCardVerifier.MAX_INFLATED_BYTES) {
      throw tooLong("opens to more than a verifier takes");
    }
  }

  private String sign(byte[] payload) {
    JsonObject header =
        JsonObject.builder()
            .put("zip", "DEF")
            .put("alg", SignatureAlgorithm.ES256.joseName())
            .put("kid", key.keyId())
            .build();
    String input = base64(Json.toBytes(header)) + "." + base64(Deflate.RAW.deflate(payload));
    return input + "." + base64(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The text of a QR code.
   *
   * @param jws a card from {@link #issue}
   * @return {@code shc:/} and two digits a character
   * @throws ValidationException when it is longer than {@link HealthCardVerifier#MAX_SINGLE_LENGTH}
   */
  public static String qrText(String jws) {
    if (jws.length() > HealthCardVerifier.MAX_SINGLE_LENGTH) {
      throw tooLong("is longer than one QR code holds");
    }
    return HealthCardText.numeric(jws);
  }

  private static ValidationException tooLong(String message) {
    return new ValidationException(
        "health card", List.of(new Violation(Violation.LENGTH, "card", message)));
  }

  @Override
  public String toString() {
    return "health card issuer " + issuer;
  }
}
