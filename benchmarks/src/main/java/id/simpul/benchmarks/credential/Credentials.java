package id.simpul.benchmarks.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.credential.CredentialContent;
import id.simpul.identity.credential.SdJwtVcIssuer;
import id.simpul.identity.jose.PublicJwk;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

/** One P-256 key, and credentials with ten disclosures that it signed. Immutable. */
final class Credentials {
  static final EntityId ISSUER = new EntityId("https://dukcapil.kota.contoh.invalid");
  static final String CREDENTIAL_TYPE = "https://kota.contoh.invalid/credentials/resident/v1";
  static final String TYPE = "dc+sd-jwt";
  static final Instant NOW = Instant.parse("2026-11-02T01:15:30Z");
  static final int DISCLOSURES = 10;

  private static final Duration LIFETIME = Duration.ofDays(365);

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  PublicJwk publicKey() {
    return PublicJwk.of(key.publicKey());
  }

  /** What every contender has to accept. */
  String valid() {
    return issued(NOW);
  }

  /** One that was good a while ago. */
  String expired() {
    return issued(NOW.minus(LIFETIME).minus(Duration.ofDays(2)));
  }

  /** The same with one bit of the issuer's signature changed. */
  static String withAnotherSignature(String credential) {
    int tilde = credential.indexOf('~');
    int dot = credential.lastIndexOf('.', tilde);
    return credential.substring(0, dot + 1)
        + withAnotherBit(credential.substring(dot + 1, tilde))
        + credential.substring(tilde);
  }

  /** The same with one bit of the last disclosure changed. */
  static String withAnotherDisclosure(String credential) {
    int last = credential.length() - 1;
    int before = credential.lastIndexOf('~', last - 1);
    return credential.substring(0, before + 1)
        + withAnotherBit(credential.substring(before + 1, last))
        + credential.substring(last);
  }

  /** The bit is one of the first character of a name or salt, or anywhere in a signature. */
  private static String withAnotherBit(String base64) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64);
    bytes[2] ^= 1;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String issued(Instant at) {
    CredentialContent.Builder content =
        CredentialContent.builder()
            .selective("nik", "0000000000000000")
            .selective("given_name", "Warga")
            .selective("family_name", "Contoh")
            .selective("birthdate", "1990-01-01")
            .selective("birth_place", "Kota Contoh")
            .selective(
                "address",
                JsonObject.builder()
                    .put("street_address", "Jalan Contoh 1")
                    .put("region", "15.71.01.1001")
                    .build())
            .selective("sex", "unspecified")
            .selective("blood_type", "unknown")
            .selective("age_over_17", "true")
            .selective("domicile_region", "15.71");
    return SdJwtVcIssuer.builder(ISSUER, key, CREDENTIAL_TYPE, InstantSource.fixed(at))
        .lifetime(LIFETIME)
        .build()
        .issue(content.build())
        .reveal();
  }
}
