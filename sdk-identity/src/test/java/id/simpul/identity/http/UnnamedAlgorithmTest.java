package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.refused;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9421, section 6.2 has no name for ML-DSA-65, so no HTTP message is signed with it. */
class UnnamedAlgorithmTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ML_DSA_65);

  @Test
  void construct_signerWithoutAName_isRefused() {
    refused(Reason.KEY_UNUSABLE, () -> new RequestSigner(JAKARTA, cities.jakartaKey, cities.clock));
    refused(Reason.KEY_UNUSABLE, () -> new ResponseSigner(JAMBI, cities.jambiKey, cities.clock));
  }

  @Test
  void verify_goodSignatureWithoutAName_isRefused() {
    HandSigned signed = cities.handSigned();
    refused(Reason.NOT_ALLOWED, () -> cities.requestVerifier().verify(cities.request(signed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ML-DSA-65", "ml-dsa-65", "ed25519", "ecdsa-p256-sha256", ""})
  void verify_nameThatIsMadeUp_isRefused(String alg) {
    HandSigned signed = cities.handSigned().parameter("alg", "\"" + alg + "\"");
    refused(Reason.NOT_ALLOWED, () -> cities.requestVerifier().verify(cities.request(signed)));
  }

  /** The same request with another key, so that nothing but the algorithm can be at fault above. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ML_DSA_65")
  void verify_sameRequestWithAName_isTaken(SignatureAlgorithm algorithm) {
    Cities named = new Cities(algorithm);
    HandSigned signed =
        named.handSigned().parameter("alg", "\"" + algorithm.httpName().orElseThrow() + "\"");
    assertThatCode(() -> named.requestVerifier().verify(named.request(signed)))
        .doesNotThrowAnyException();
  }
}
