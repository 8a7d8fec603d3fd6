package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EnrolmentFingerprintTest {
  private static final EntityId CITY = new EntityId("https://simpul.jambi.example");
  private static final String REGION = "15.71";

  // The public key of RFC 8037, appendix A.2.
  private static final JsonObject KNOWN =
      JsonObject.builder()
          .put("kty", "OKP")
          .put("crv", "Ed25519")
          .put("kid", "any")
          .put("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
          .build();

  private static PublicJwk key() {
    return PublicJwk.of(
        SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey());
  }

  private static EnrolmentFingerprint known(EntityId entity) {
    JsonObject jwks = JsonObject.builder().put("keys", new JsonArray(List.of(KNOWN))).build();
    return EnrolmentFingerprint.of(entity, REGION, JwkSet.of(jwks));
  }

  /**
   * SHA-256 of "https://simpul.jambi.example\n15.71\n" and
   * "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\n", its first 100 bits by hand.
   */
  @Test
  void of_knownKey_isTheOneComputedElsewhere() {
    assertThat(known(CITY).value()).isEqualTo("6EYJ-VS9S-9D3B-5A36-7ZFN");
  }

  @Test
  void of_keysInAnyOrder_isTheSame() {
    PublicJwk one = key();
    PublicJwk two = key();

    assertThat(EnrolmentFingerprint.of(CITY, REGION, JwkSet.of(List.of(one, two))))
        .isEqualTo(EnrolmentFingerprint.of(CITY, REGION, JwkSet.of(List.of(two, one))));
  }

  @Test
  void of_otherNameRegionOrKeyOrOneKeyMore_isAnother() {
    PublicJwk one = key();
    EnrolmentFingerprint fingerprint =
        EnrolmentFingerprint.of(CITY, REGION, JwkSet.of(List.of(one)));

    assertThat(fingerprint)
        .isNotEqualTo(EnrolmentFingerprint.of(CITY, REGION, JwkSet.of(List.of(key()))))
        .isNotEqualTo(EnrolmentFingerprint.of(CITY, REGION, JwkSet.of(List.of(one, key()))))
        .isNotEqualTo(EnrolmentFingerprint.of(CITY, "31.71", JwkSet.of(List.of(one))))
        .isNotEqualTo(
            EnrolmentFingerprint.of(
                new EntityId("https://simpul.jambl.example"), REGION, JwkSet.of(List.of(one))));
  }

  @Test
  void matches_typedFromPaper_forgivesWhatPaperDoes() {
    EnrolmentFingerprint fingerprint = new EnrolmentFingerprint("01AB-CDEF-GHJK-MNPQ-RSTV");

    assertThat(fingerprint.matches("01AB-CDEF-GHJK-MNPQ-RSTV")).isTrue();
    assertThat(fingerprint.matches(" oiab cdef ghjk mnpq rstv ")).isTrue();
    assertThat(fingerprint.matches("OlABCDEFGHJKMNPQRSTV".toLowerCase(Locale.ROOT))).isTrue();
  }

  @Test
  void matches_oneCharacterOff_doesNot() {
    EnrolmentFingerprint fingerprint = new EnrolmentFingerprint("01AB-CDEF-GHJK-MNPQ-RSTV");

    assertThat(fingerprint.matches("01AB-CDEF-GHJK-MNPQ-RSTW")).isFalse();
    assertThat(fingerprint.matches("01AB-CDEF-GHJK-MNPQ-RST")).isFalse();
    assertThat(fingerprint.matches("01AB-CDEF-GHJK-MNPQ-RSTVV")).isFalse();
    assertThat(fingerprint.matches("")).isFalse();
  }
}
