package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HcertFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HcertFixture.Message;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidTrustListTest {
  private static final String BASE = "did:web:tng-cdn.example:v2:trustlist:";
  private static final DidProofCheck UNCHECKED = DidProofCheck.trustingTheTransportAlone();

  private final Signer signer = Signer.indonesian();

  private static DidTrustList read(JsonValue... methods) {
    JsonObject document =
        JsonObject.builder()
            .put("id", BASE + "DCC:IDN:DSC")
            .put("verificationMethod", new JsonArray(List.of(methods)))
            .build();
    return DidTrustList.read(Json.toBytes(document), "DCC", UNCHECKED, NOW);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] fixed(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    byte[] out = new byte[length];
    int count = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - count, out, length - count, count);
    return out;
  }

  /** The members as the WHO's own example has them: 33 bytes, the first of them zero. */
  private static JsonObject.Builder jwk(Signer signer, int length) {
    ECPublicKey key = (ECPublicKey) signer.pair().getPublic();
    return JsonObject.builder()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("kid", Kid.of(signer.certificate()).toString())
        .put("x", url(fixed(key.getW().getAffineX(), length)))
        .put("y", url(fixed(key.getW().getAffineY(), length)));
  }

  private static JsonArray chain(Signer signer) {
    try {
      String der = Base64.getEncoder().encodeToString(signer.certificate().getEncoded());
      return new JsonArray(List.of(new JsonString(der)));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject method(String path, JsonObject.Builder jwk) {
    return JsonObject.builder()
        .put("id", BASE + path)
        .put("type", "JsonWebKey2020")
        .put("publicKeyJwk", jwk.build())
        .build();
  }

  private void isSkipped(JsonValue method) {
    DidTrustList read = read(method, method("DCC:IDN:DSC#y", jwk(Signer.indonesian(), 32)));
    assertThat(read.list().size()).isEqualTo(1);
    assertThat(read.skipped()).extracting(Violation::where).containsExactly("verificationMethod/0");
  }

  @Test
  void read_keyWithItsCertificate_isTrustedAsThatSays() {
    DidTrustList read = read(method("DCC:IDN:DSC#x", jwk(signer, 33).put("x5c", chain(signer))));

    TrustedKey key = read.list().keys(Kid.of(signer.certificate())).get(0);
    assertThat(key.country()).hasValue("ID");
    assertThat(key.notAfter()).hasValue(Signer.UNTIL);
    assertThat(read.list().asOf()).isEqualTo(NOW);
    TrustListHolder trust = new TrustListHolder(read.list(), Duration.ofDays(1), CLOCK);
    String text = new Message(signer, HcertFixture.claims(HcertFixture.payload())).text();
    assertThat(HcertVerifier.builder(trust, CLOCK).build().verify(text).certificate()).isPresent();
    assertThat(read.toString()).endsWith("1 names, 0 references, 0 passed over");
  }

  @Test
  void read_keyAlone_isTrustedForItsParticipant() {
    DidTrustList read = read(method("DCC:IDN:DSC#x", jwk(signer, 32)));

    TrustedKey key = read.list().keys(Kid.of(signer.certificate())).get(0);
    assertThat(key.country()).hasValue("ID");
    assertThat(key.notAfter()).isEmpty();
  }

  /** The WHO's lists for tests have such; a key of no country would sign for every one. */
  @ParameterizedTest
  @ValueSource(strings = {"XXA", "XXV", "IOM", "ID", "idn", ""})
  void read_participantOfNoCountry_isPassedOver(String participant) {
    isSkipped(method("DCC:" + participant + ":DSC#x", jwk(signer, 32)));
    isSkipped(method("DCC:" + participant + ":DSC#x", jwk(signer, 32).put("x5c", chain(signer))));
  }

  /** Nobody checks the chain, so that a participant can write any country into a certificate. */
  @Test
  void read_certificateOfAnotherCountryThanItsParticipant_isPassedOver() {
    isSkipped(method("DCC:SGP:DSC#x", jwk(signer, 32).put("x5c", chain(signer))));
  }

  @Test
  void read_certificateOfNoCountry_isItsParticipants() {
    for (String name : List.of("CN=Uji", "C=ID, C=SG")) {
      Signer unnamed = Signer.of(Signer.ec("secp256r1"), name, List.of());
      DidTrustList read =
          read(method("DCC:SGP:DSC#x", jwk(unnamed, 32).put("x5c", chain(unnamed))));

      TrustedKey key = read.list().keys(Kid.of(unnamed.certificate())).get(0);
      assertThat(key.country()).hasValue("SG");
      assertThat(key.notAfter()).hasValue(Signer.UNTIL);
    }
  }

  private Verification<VerifiedHcert> verify(DidTrustList read, Duration validity) {
    Map<Object, Object> claims = HcertFixture.claims(HcertFixture.payload());
    claims.put(4, NOW.plus(validity).getEpochSecond());
    TrustListHolder trust = new TrustListHolder(read.list(), Duration.ofDays(1), CLOCK);
    String text = new Message(signer, claims).text();
    return HcertVerifier.builder(trust, CLOCK).build().verify(text);
  }

  @Test
  void read_keyAnotherCountryListedFirst_staysItsOwn() {
    JsonObject stolen = method("DCC:SGP:DSC#x", jwk(signer, 32));
    for (JsonObject.Builder own :
        List.of(jwk(signer, 32), jwk(signer, 32).put("x5c", chain(signer)))) {
      DidTrustList read = read(stolen, method("DCC:IDN:DSC#x", own));
      assertThat(verify(read, HcertFixture.VALIDITY).certificate().orElseThrow().issuingCountry())
          .hasValue("ID");
    }
  }

  @Test
  void read_keyWithAndWithoutItsCertificate_theStricterCounts() {
    DidTrustList read =
        read(
            method("DCC:IDN:DSC#x", jwk(signer, 32)),
            method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", chain(signer))));

    assertThat(verify(read, HcertFixture.VALIDITY).certificate()).isPresent();
    assertThat(verify(read, Duration.between(NOW, Signer.UNTIL).plusSeconds(1)).verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.TIMES, CheckCode.OUTSIDE_KEY_VALIDITY));
  }

  @Test
  void read_nineBareKeysOfAnothersName_spoilNothing() {
    List<JsonValue> methods = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String name = Kid.of(signer.certificate()).toString();
      methods.add(method("DCC:SGP:DSC#x", jwk(Signer.indonesian(), 32).put("kid", name)));
    }
    methods.add(method("DCC:IDN:DSC#x", jwk(signer, 32)));
    DidTrustList read = read(methods.toArray(new JsonValue[0]));

    assertThat(read.skipped()).hasSize(8);
    assertThat(verify(read, HcertFixture.VALIDITY).certificate()).isPresent();
  }

  @Test
  void read_nameFilledByOthers_makesRoomForItsCertificate() {
    List<JsonValue> methods = new ArrayList<>();
    for (String other : List.of("SGP", "MYS", "THA", "VNM", "PHL", "BRN", "KHM", "LAO")) {
      methods.add(method("DCC:" + other + ":DSC#x", jwk(signer, 32)));
    }
    methods.add(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", chain(signer))));
    methods.add(method("DCC:MMR:DSC#x", jwk(signer, 32)));
    DidTrustList read = read(methods.toArray(new JsonValue[0]));

    assertThat(read.skipped()).extracting(Violation::where).containsExactly("verificationMethod/9");
    assertThat(verify(read, HcertFixture.VALIDITY).certificate().orElseThrow().issuingCountry())
        .hasValue("ID");
  }

  @Test
  void read_timeTheProofCovers_isTheAgeOfTheList() {
    byte[] document =
        Json.toBytes(
            JsonObject.builder()
                .put(
                    "verificationMethod",
                    new JsonArray(List.of(method("DCC:IDN:DSC#x", jwk(signer, 32)))))
                .build());
    Instant signed = NOW.minusSeconds(5000);
    TrustList replayed =
        DidTrustList.read(document, "DCC", whole -> Optional.of(signed), NOW).list();

    assertThat(replayed.asOf()).isEqualTo(signed);
    TrustListHolder trust =
        new TrustListHolder(
            TrustList.asOf(signed.plusSeconds(1)).build(), Duration.ofDays(1), CLOCK);
    assertThatThrownBy(() -> trust.replace(replayed))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
  }

  /** RFC 4055, section 1.2: the certificate of an RSA key may say that it is for PSS alone. */
  @Test
  void read_certificateForPssAlone_isOfTheRsaKeyBesideIt() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
    generator.initialize(2048);
    Signer pss = Signer.of(generator.generateKeyPair(), "C=SG", List.of());
    RSAPublicKey key = (RSAPublicKey) pss.pair().getPublic();
    JsonObject.Builder jwk =
        JsonObject.builder()
            .put("kty", "RSA")
            .put("kid", Kid.of(pss.certificate()).toString())
            .put("n", url(key.getModulus().toByteArray()))
            .put("e", url(key.getPublicExponent().toByteArray()))
            .put("x5c", chain(pss));

    assertThat(read(method("DCC:SGP:DSC#x", jwk)).skipped()).isEmpty();
    jwk.put("n", url(key.getModulus().add(BigInteger.TWO).toByteArray()));
    isSkipped(method("DCC:SGP:DSC#x", jwk));
  }

  @Test
  void read_rsaKey_isTaken() {
    Signer rsa = Signer.of(Signer.rsa(2048), "C=SG", List.of());
    RSAPublicKey key = (RSAPublicKey) rsa.pair().getPublic();
    JsonObject.Builder jwk =
        JsonObject.builder()
            .put("kty", "RSA")
            .put("kid", Kid.of(rsa.certificate()).toString())
            .put("n", url(key.getModulus().toByteArray()))
            .put("e", url(key.getPublicExponent().toByteArray()))
            .put("x5c", chain(rsa));

    assertThat(read(method("DCC:SGP:DSC#x", jwk)).list().size()).isEqualTo(1);
  }

  @Test
  void read_p384Key_isTaken() {
    Signer p384 = Signer.of(Signer.ec("secp384r1"), "C=SG", List.of());
    JsonObject.Builder jwk = jwk(p384, 49).put("crv", "P-384");
    assertThat(read(method("DCC:SGP:DSC#x", jwk)).list().size()).isEqualTo(1);
    isSkipped(method("DCC:SGP:DSC#x", jwk(p384, 50).put("crv", "P-384")));
  }

  @Test
  void read_nameInTheFragment_isTaken() {
    String kid = Kid.of(signer.certificate()).toString();
    JsonObject.Builder own = jwk(signer, 32);
    JsonObject.Builder without = JsonObject.builder();
    own.build()
        .members()
        .forEach((name, value) -> {
          if (!name.equals("kid")) {
            without.put(name, value);
          }
        });

    assertThat(
            read(method("DCC:IDN:DSC#" + kid, without)).list().keys(Kid.of(signer.certificate())))
        .hasSize(1);
    isSkipped(method("DCC:IDN:DSC#" + kid.substring(2), without));
    isSkipped(method("DCC:IDN:DSC", without));
  }

  /** An authority's key signs certificates of keys, and no certificate of a person. */
  @ParameterizedTest
  @CsvSource({"DCC:IDN:SCA#x", "DCC:IDN:UP#x", "PH4H:IDN:DSC#x", "DSC#x", "'#x'", "DCC:IDN:DSCA#x"})
  void read_keyForAnotherUse_isPassedOver(String path) {
    isSkipped(method(path, jwk(signer, 32)));
  }

  @Test
  void read_coordinatesOfAnotherLength_arePassedOver() {
    for (int length : new int[] {30, 31, 34, 48, 64}) {
      isSkipped(method("DCC:IDN:DSC#x", jwk(signer, length)));
    }
    byte[] notZero = fixed(((ECPublicKey) signer.pair().getPublic()).getW().getAffineX(), 33);
    notZero[0] = 1;
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x", url(notZero))));
  }

  @Test
  void read_keyOffItsCurve_isPassedOver() {
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x", url(new byte[32]))));
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x", "!")));
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("kty", "OKP")));
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("crv", "P-521")));
    isSkipped(JsonObject.builder().put("id", BASE + "DCC:IDN:DSC#x").build());
  }

  @Test
  void read_certificateOfAnotherKey_isPassedOver() {
    Signer other = Signer.indonesian();
    String othersName = Kid.of(other.certificate()).toString();

    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", chain(other))));
    isSkipped(
        method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", chain(other)).put("kid", othersName)));
    isSkipped(
        method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", chain(signer)).put("kid", othersName)));
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", "text")));
    isSkipped(method("DCC:IDN:DSC#x", jwk(signer, 32).put("x5c", new JsonArray(List.of()))));
  }

  @Test
  void read_references_areGivenToTheCaller() {
    DidTrustList read =
        read(new JsonString(BASE + "DCC:SGP:DSC"), method("DCC:IDN:DSC#x", jwk(signer, 32)));

    assertThat(read.references()).containsExactly(BASE + "DCC:SGP:DSC");
    assertThat(read.list().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "[]",
    "{}",
    "'{\"verificationMethod\":{}}'",
    "'{\"verificationMethod\":[5]}'",
    "'{\"verificationMethod\":[]}'",
    "'{\"verificationMethod\":[{}]}'"
  })
  void read_noDocument_isRefused(String text) {
    byte[] document = text.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> DidTrustList.read(document, "DCC", UNCHECKED, NOW))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void read_size_isLimited() {
    byte[] largest = new byte[DidTrustList.MAX_BYTES];
    Arrays.fill(largest, (byte) ' ');
    byte[] empty = "{\"verificationMethod\":[\"did:web:x\"]}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(empty, 0, largest, 0, empty.length);

    assertThat(DidTrustList.read(largest, "DCC", UNCHECKED, NOW).list().size()).isZero();
    byte[] larger = Arrays.copyOf(largest, largest.length + 1);
    larger[largest.length] = ' ';
    assertThatThrownBy(() -> DidTrustList.read(larger, "DCC", UNCHECKED, NOW))
        .isInstanceOf(TrustException.class);
  }

  @Test
  void read_proofThatIsNotGood_endsTheReading() {
    JsonObject document =
        JsonObject.builder()
            .put("verificationMethod", new JsonArray(List.of()))
            .put("proof", "changed")
            .build();
    TrustException failure =
        new TrustException(Reason.SIGNATURE_INVALID, "DID document", "does not fit", "proof");

    assertThatThrownBy(() ->
            DidTrustList.read(
                Json.toBytes(document),
                "DCC",
                whole -> {
                  assertThat(whole).isEqualTo(document);
                  throw failure;
                },
                NOW))
        .isSameAs(failure);
  }
}
