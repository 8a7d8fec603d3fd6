package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.DIGEST;
import static id.simpul.identity.http.Cities.JAKARTA;
import static id.simpul.identity.http.Cities.JAMBI;
import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.get;
import static id.simpul.identity.http.Cities.post;
import static id.simpul.identity.http.Cities.refused;
import static id.simpul.identity.http.Cities.replace;
import static id.simpul.identity.http.Cities.with;
import static id.simpul.identity.http.Cities.withHeaders;
import static id.simpul.identity.http.Cities.without;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class RequestVerifierTest {
  private final Cities cities = new Cities(SignatureAlgorithm.ED25519);
  private final RequestVerifier verifier = cities.requestVerifier();

  private void accepted(HandSigned signed) {
    assertThat(verifier.verify(cities.request(signed)).signer()).isEqualTo(JAKARTA);
  }

  private void refusedAs(Reason reason, HandSigned signed) {
    refused(reason, () -> verifier.verify(cities.request(signed)));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "ML_DSA_65")
  void verify_signedRequest_tellsWhoSigned(SignatureAlgorithm algorithm) {
    Cities both = new Cities(algorithm);
    Request sent = with(post(), both.requestSigner().sign(post()).headers());
    VerifiedRequest verified = both.requestVerifier().verify(sent);
    assertThat(verified.signer()).isEqualTo(JAKARTA);
    assertThat(verified.keyId()).isEqualTo(both.jakartaKey.keyId());
    assertThat(verified.created()).isEqualTo(NOW);
    assertThat(verified.nonce()).hasSize(22);
    assertThat(verified.request()).isSameAs(sent);
    assertThat(verified).hasToString("POST, 28 bytes, signed by " + verifiedKeyId(verified));
  }

  private static String verifiedKeyId(VerifiedRequest verified) {
    return verified.signer() + "#" + verified.keyId();
  }

  @Test
  void verify_signedGet_isAccepted() {
    Request sent = with(get(), cities.requestSigner().sign(get()).headers());
    assertThat(sent.headers().first("Content-Digest")).isEmpty();
    assertThat(verifier.verify(sent).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_handSigned_agreesWithAnIndependentSigner() {
    accepted(cities.handSigned());
  }

  @Test
  void verify_moreComponentsThanAsked_isAccepted() {
    accepted(
        cities
            .handSigned()
            .cover("\"accept\"", "application/json")
            .cover("\"@authority\"", "api.jambi.example")
            .cover("\"@scheme\"", "https")
            .cover("\"@path\"", "/georeport/v2/requests.json")
            .cover("\"@query\"", "?x=1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"@method\"",
        "\"@target-uri\"",
        "\"content-digest\"",
        "\"content-type\"",
        "\"idempotency-key\""
      })
  void verify_componentMissing_isRefused(String identifier) {
    refusedAs(Reason.NOT_COVERED, cities.handSigned().uncover(identifier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "DPoP", "Simpul-On-Behalf-Of"})
  void verify_fieldPresentButNotCovered_isRefused(String field) {
    Request sent = cities.request(cities.handSigned());
    refused(Reason.NOT_COVERED, () -> verifier.verify(with(sent, Headers.EMPTY.with(field, "x"))));
  }

  @Test
  void verify_allFieldsRequiredIfPresent_areCoveredByOurSigner() {
    Headers all =
        post()
            .headers()
            .with("Simpul-On-Behalf-Of", "loket-7")
            .with("DPoP", "a.b.c")
            .with("Authorization", "DPoP x");
    Headers signed = cities.requestSigner().sign(withHeaders(post(), all)).headers();
    assertThat(signed.first("Signature-Input").orElseThrow())
        .startsWith(
            "simpul=(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\""
                + " \"authorization\" \"dpop\" \"idempotency-key\" \"simpul-on-behalf-of\");");
    verifier.verify(with(withHeaders(post(), all), signed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type", "Content-Digest", "Idempotency-Key", "Authorization"})
  void verify_profileFieldTwice_isRefused(String field) {
    Headers twice = Headers.EMPTY.with(field, "x").with(field, "x");
    Request sent = with(cities.request(cities.handSigned()), twice);
    refused(Reason.MALFORMED, () -> verifier.verify(sent));
  }

  @Test
  void verify_componentsOutOfOrder_isRefused() {
    refusedAs(Reason.MALFORMED, cities.handSigned().moveToEnd("\"content-digest\""));
    refusedAs(Reason.MALFORMED, cities.handSigned().moveToEnd("\"@method\""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {"\"@method\",POST", "\"accept\",application/json"})
  void verify_componentTwice_isRefused(String identifier, String value) {
    refusedAs(
        Reason.MALFORMED, cities.handSigned().cover(identifier, value).cover(identifier, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"accept\";sf",
        "\"accept\";bs",
        "\"accept\";tr",
        "\"accept\";req",
        "\"accept\";key=\"a\"",
        "\"accept\";other",
        "\"@method\";req",
        "\"@query-param\";name=\"x\"",
        "\"@request-target\"",
        "\"@status\"",
        "\"@signature-params\"",
        "\"@unknown\"",
        "\"@authority\";req"
      })
  void verify_componentAgainstTheProfile_isRefused(String identifier) {
    refusedAs(Reason.NOT_ALLOWED, cities.handSigned().cover(identifier, "application/json"));
    HandSigned inTheMiddle = cities.handSigned().moveToEnd("\"idempotency-key\"");
    inTheMiddle.uncover("\"idempotency-key\"").cover(identifier, "x");
    refusedAs(Reason.NOT_ALLOWED, inTheMiddle.cover("\"idempotency-key\"", "\"8e03978e\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Accept\"", "accept", "1", "\"\"", "\"ac cept\"", "\"a:b\"", "?1"})
  void verify_componentThatIsNoName_isRefused(String identifier) {
    refusedAs(Reason.MALFORMED, cities.handSigned().cover(identifier, "application/json"));
  }

  @Test
  void verify_coversFieldTheRequestLacks_isRefused() {
    refusedAs(Reason.MALFORMED, cities.handSigned().cover("\"date\"", ""));
  }

  @Test
  void verify_headerNamedLikeADerivedComponent_isNeverRead() {
    Request honest =
        with(cities.request(cities.handSigned()), Headers.EMPTY.with("@method", "DELETE"));
    assertThat(verifier.verify(honest).request().method()).isEqualTo("POST");
    Request lying =
        with(
            cities.request(cities.handSigned(NOW, "DELETE", DIGEST)),
            Headers.EMPTY.with("@method", "DELETE"));
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(lying));
  }

  @Test
  void verify_coveredValueNotAscii_isRefused() {
    Request sent = cities.request(cities.handSigned().cover("\"simpul-on-behalf-of\"", "é"));
    Headers odd = Headers.EMPTY.with("Simpul-On-Behalf-Of", "é");
    refused(Reason.MALFORMED, () -> verifier.verify(with(sent, odd)));
  }

  @Test
  void verify_unsigned_isRefused() {
    refused(Reason.UNSIGNED, () -> verifier.verify(post()));
    Headers onlySignature =
        without(cities.request(cities.handSigned()).headers(), "Signature-Input");
    refused(Reason.UNSIGNED, () -> verifier.verify(withHeaders(post(), onlySignature)));
    Headers onlyInput = without(cities.request(cities.handSigned()).headers(), "Signature");
    refused(Reason.MALFORMED, () -> verifier.verify(withHeaders(post(), onlyInput)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"simpul-v2\"", "simpul-v1", "\"\"", ":c2ltcHVsLXYx:", "1"})
  void verify_otherTag_isUnsignedToUs(String tag) {
    refusedAs(Reason.UNSIGNED, cities.handSigned().parameter("tag", tag));
  }

  @Test
  void verify_foreignSignatures_areIgnored() {
    Headers ours = cities.handSigned().label("b").sign(cities.jakartaKey);
    String input = ours.first("Signature-Input").orElseThrow();
    String value = ours.first("Signature").orElseThrow();
    Headers beside =
        Headers.EMPTY
            .with("Content-Digest", DIGEST)
            .with("Signature-Input", "a=(\"host\" \"@query-param\";name=\"q\");tag=\"proxy\", t=1")
            .with("Signature-Input", input)
            .with("Signature-Input", "c=();created=1")
            .with("Signature", "a=:AAAA:")
            .with("Signature", value + ", c=:BBBB:");
    assertThat(verifier.verify(with(post(), beside)).signer()).isEqualTo(JAKARTA);
  }

  @Test
  void verify_twoSignaturesWithOurTag_isRefused() {
    Headers first = cities.handSigned().label("a").sign(cities.jakartaKey);
    Headers second = cities.handSigned().label("b").sign(cities.jambiKey);
    Request sent = with(with(post(), first), second.with("Content-Digest", DIGEST));
    refused(Reason.MALFORMED, () -> verifier.verify(sent));
  }

  @Test
  void verify_oneLabelTwice_isRefused() {
    Request sent = cities.request(cities.handSigned());
    Headers again = Headers.EMPTY.with("Signature", "sig1=:AAAA:");
    refused(Reason.MALFORMED, () -> verifier.verify(with(sent, again)));
    Headers otherInput = Headers.EMPTY.with("Signature-Input", "sig1=();tag=\"x\"");
    refused(Reason.MALFORMED, () -> verifier.verify(with(sent, otherInput)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sig1=AAAA", "sig1=\"AAAA\"", "sig1", "sig1=(:AAAA:)", "other=:AAAA:", "("})
  void verify_signatureOfWrongForm_isRefused(String signature) {
    Headers headers =
        replace(cities.request(cities.handSigned()).headers(), "Signature", signature);
    refused(Reason.MALFORMED, () -> verifier.verify(withHeaders(post(), headers)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sig1=::", "sig1=:AAAA:"})
  void verify_signatureOfWrongLength_isRefused(String signature) {
    Headers headers =
        replace(cities.request(cities.handSigned()).headers(), "Signature", signature);
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(withHeaders(post(), headers)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:x", "http://kota_jambi:8311", "https:x"})
  void verify_keyIdOfAnEntityWithoutHost_isRefused(String entity) {
    String keyId = "\"" + entity + "#" + cities.jakartaKey.keyId() + "\"";
    refusedAs(Reason.MALFORMED, cities.handSigned().parameter("keyid", keyId));
  }

  @Test
  void claimedSigner_signedRequest_isTheOneThatIsVerified() {
    Headers signed = cities.request(cities.handSigned()).headers();
    assertThat(RequestVerifier.claimedSigner(signed)).contains(JAKARTA);
    String decoy = "a=(\"@method\");keyid=\"" + JAMBI + "#x\";tag=\"other\", ";
    String ours = signed.first("Signature-Input").orElseThrow();
    assertThat(RequestVerifier.claimedSigner(replace(signed, "Signature-Input", decoy + ours)))
        .contains(JAKARTA);
  }

  @Test
  void claimedSigner_nothingThatCanBeVerified_isNobody() {
    Headers signed = cities.request(cities.handSigned()).headers();
    assertThat(RequestVerifier.claimedSigner(Headers.EMPTY)).isEmpty();
    assertThat(RequestVerifier.claimedSigner(without(signed, "Signature"))).isEmpty();
    assertThat(RequestVerifier.claimedSigner(replace(signed, "Signature-Input", "a=(;"))).isEmpty();
  }
}
