package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.fuzz.Invariant;
import id.simpul.health.certificate.CardRevocationList;
import id.simpul.health.certificate.HealthCardVerifier;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHealthCard;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/**
 * SMART Health Cards: an input as the text of a QR code, as its chunks line by line, as a file, as
 * a set of keys, as a list of revoked cards, and as a payload that a trusted key signed.
 */
public final class HealthCardTarget implements FuzzTarget {
  private static final String ISSUER = "https://jambi.example/cards";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T03:00:00Z"));

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final HealthCardVerifier verifier = with(keys());

  /** Makes the target. */
  public HealthCardTarget() {}

  private static HealthCardVerifier with(byte[] jwks) {
    return HealthCardVerifier.of(List.of(ISSUER), issuer -> jwks, CLOCK);
  }

  private byte[] keys() {
    JsonArray keys = new JsonArray(List.of(PublicJwk.of(key.publicKey()).toJson()));
    return Json.toBytes(JsonObject.builder().put("keys", keys).build());
  }

  @Override
  public void run(byte[] input) {
    String text = Input.utf8(input);
    refused(verifier.verify(text));
    refused(verifier.verifyChunks(text.lines().toList()));
    verifier.verifyFile(input).forEach(HealthCardTarget::refused);
    String card = card(input);
    silent(verifier.verify(card));
    refused(with(input).verify(card));
    try {
      silent(CardRevocationList.read(input, "kid", 1).toString());
    } catch (TrustException e) {
      keepsSilent(e);
    }
  }

  private String card(byte[] payload) {
    String header = "{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"" + key.keyId() + "\"}";
    String signed =
        base64(header.getBytes(StandardCharsets.US_ASCII))
            + "."
            + base64(Deflate.RAW.deflate(payload));
    return signed + "." + base64(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void refused(Verification<VerifiedHealthCard> result) {
    silent(result);
    require(result.certificate().isEmpty(), "what nobody trusted signed is valid");
  }

  private static void silent(Verification<VerifiedHealthCard> result) {
    silent(result.toString());
    result.certificate().ifPresent(card -> silent(card.toString()));
  }

  private static void silent(String shown) {
    require(!shown.contains(Invariant.PLANTED_NIK), "shows what it verified");
  }
}
