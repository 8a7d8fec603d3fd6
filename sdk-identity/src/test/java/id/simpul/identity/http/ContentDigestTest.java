package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
  private static final byte[] CONTENT = "{\"hello\": \"world\"}".getBytes(StandardCharsets.UTF_8);

  /** RFC 9530, appendix D. */
  private static final String SHA_256 = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";

  private static final String SHA_512 =
      "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJw"
          + "ew==:";

  @Test
  void of_content_isTheDigestOfTheStandard() {
    assertThat(ContentDigest.of(CONTENT)).isEqualTo(SHA_256);
  }

  @Test
  void verify_eachAlgorithmAndBoth_isAccepted() {
    ContentDigest.verify(SHA_256, CONTENT);
    ContentDigest.verify(SHA_512, CONTENT);
    ContentDigest.verify(SHA_256 + ", " + SHA_512, CONTENT);
  }

  @Test
  void verify_everyOtherByteOfContent_isRefused() {
    for (int i = 0; i < CONTENT.length; i++) {
      byte[] changed = CONTENT.clone();
      changed[i] ^= 0x20;
      refused(Reason.DIGEST_MISMATCH, () -> ContentDigest.verify(SHA_256, changed));
      refused(Reason.DIGEST_MISMATCH, () -> ContentDigest.verify(SHA_512, changed));
    }
  }

  @Test
  void verify_oneOfTwoDoesNotFit_isRefused() {
    String wrong = SHA_512.replace("WZDP", "AZDP");
    refused(Reason.DIGEST_MISMATCH, () -> ContentDigest.verify(SHA_256 + "," + wrong, CONTENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256=::", "sha-256=:AAAA:", "sha-512=:X48E:"})
  void verify_digestOfWrongLength_isRefused(String value) {
    refused(Reason.DIGEST_MISMATCH, () -> ContentDigest.verify(value, CONTENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5=:Sd/dVLAcvNLSq16eXua5uQ==:", "sha=:07CavjDP4u3/TungoUHJO/Wzr4c=:"})
  void verify_weakAlgorithm_isRefusedAloneAndBesideAGoodOne(String weak) {
    refused(Reason.NOT_ALLOWED, () -> ContentDigest.verify(weak, CONTENT));
    refused(Reason.NOT_ALLOWED, () -> ContentDigest.verify(SHA_256 + ", " + weak, CONTENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "sha-256",
        "sha-256=abc",
        "sha-256=\"X48E\"",
        "sha-256=(:X48E:)",
        "SHA-256=:X48E:",
        "sha-256=:X48E",
        "sha-256=:X48E:, sha-256=:X48E:",
        ":X48E:"
      })
  void verify_otherForm_isRefused(String value) {
    refused(Reason.MALFORMED, () -> ContentDigest.verify(value, CONTENT));
  }
}
