package id.simpul.identity.peers;

import id.simpul.core.value.Secret;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.time.Instant;

/**
 * What all peers are told: whose key, which type, what time, how far clocks may differ. The keys
 * are printed in standards, so that a run can be repeated to the byte.
 *
 * @param jwk the private key
 * @param key the same
 * @param other somebody else's key
 */
record Setting(String jwk, SigningKey key, SigningKey other) {
  static final Instant NOW = Instant.parse("2026-11-02T03:04:05Z");
  static final int LEEWAY_SECONDS = 60;
  static final String TYP = "test+jwt";
  static final String ISSUER = "https://jambi.example";

  /** RFC 8037, appendix A.1, and RFC 8032, section 7.1, test 2. */
  private static final String ED25519 =
      """
      {"kty":"OKP","crv":"Ed25519","alg":"Ed25519",
       "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
       "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
      """;

  private static final String OTHER_ED25519 =
      """
      {"kty":"OKP","crv":"Ed25519",
       "d":"TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs",
       "x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"}
      """;

  /** RFC 7515, appendix A.3, and RFC 7517, appendix A.2. */
  private static final String ES256 =
      """
      {"kty":"EC","crv":"P-256","alg":"ES256",
       "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
       "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
      """;

  private static final String OTHER_ES256 =
      """
      {"kty":"EC","crv":"P-256",
       "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
       "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
       "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}
      """;

  static Setting of(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ES256
        ? of(ES256, OTHER_ES256)
        : of(ED25519, OTHER_ED25519);
  }

  private static Setting of(String jwk, String other) {
    return new Setting(jwk, SigningKeys.parse(Secret.of(jwk)), SigningKeys.parse(Secret.of(other)));
  }

  /** The private key under the name it has in tokens. */
  String namedJwk() {
    return jwk.replaceFirst("\\{", "{\"kid\":\"" + key.keyId() + "\",");
  }
}
