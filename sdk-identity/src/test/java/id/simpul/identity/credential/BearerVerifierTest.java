package id.simpul.identity.credential;

import static id.simpul.identity.credential.HandMade.member;
import static id.simpul.identity.credential.HandMade.sd;
import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonBoolean;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is checked of the credential itself; who presents it is another matter. */
class BearerVerifierTest {
  private static final String PLANTED = "planted-claim-5d1c";

  private final Office office = new Office();

  private void refused(Reason reason, String credential) {
    refused(reason, office.bearer(), credential);
  }

  private static void refused(Reason reason, BearerVerifier verifier, String credential) {
    refusal(reason, () -> verifier.verify(credential), PLANTED);
  }

  /** A credential of the office with another header. */
  private String withHeader(String header) {
    return HandMade.join(HandMade.sign(office.key, header, Office.payload("\"a\":1")));
  }

  private String header(String more) {
    return HandMade.header(office.key, "dc+sd-jwt").replace("}", "," + more + "}");
  }

  /** A credential whose times are seconds from now; null leaves one out. */
  private String withTimes(Long iat, Long exp, String more) {
    long now = Office.NOW.getEpochSecond();
    String times =
        (iat == null ? "" : ",\"iat\":" + (now + iat))
            + (exp == null ? "" : ",\"exp\":" + (now + exp));
    return office.signed(
        "{\"iss\":\"%s\",\"vct\":\"%s\"%s%s}".formatted(Office.ISSUER, Office.TYPE, times, more));
  }

  @ParameterizedTest
  @EnumSource
  void verify_everyAlgorithm_isTaken(SignatureAlgorithm algorithm) {
    Office other = new Office(algorithm);
    String name = member("name", "\"" + PLANTED + "\"");
    VerifiedCredential credential =
        other.bearer().verify(other.signed(Office.payload("\"a\":1", sd(name)), name));
    assertThat(credential.issuer()).isEqualTo(Office.ISSUER);
    assertThat(credential.type()).isEqualTo(Office.TYPE);
    assertThat(credential.issuedAt()).isEqualTo(Office.NOW);
    assertThat(credential.expiresAt()).isEqualTo(Office.NOW.plusSeconds(3600));
    assertThat(credential.holder()).isEmpty();
    assertThat(credential.status()).isEmpty();
    assertThat(credential.claim(ClaimPath.of("name"))).isPresent();
    assertThat(credential.claim(ClaimPath.of("other"))).isEmpty();
    assertThat(credential.claims().members()).doesNotContainKeys("_sd", "_sd_alg");
    assertThat(credential.toString()).doesNotContain(PLANTED).contains(Office.TYPE);
  }

  @Test
  void verify_keyBindingPresent_isRefused() {
    String bound = office.bind(office.signed(Office.payload(office.cnf())));
    refused(Reason.NOT_ALLOWED, bound);
  }

  @Test
  void verify_plainJwt_isRefused() {
    String credential = office.signed(Office.payload("\"a\":1"));
    refused(Reason.MALFORMED, credential.substring(0, credential.length() - 1));
  }

  /** RFC 9901, section 8, which is optional: only the compact serialisation is spoken. */
  @Test
  void verify_jsonSerialisation_isRefused() {
    String[] parts = office.signed(Office.payload("\"a\":1")).replace("~", "").split("\\.", -1);
    refused(
        Reason.MALFORMED,
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\",\"header\":{\"disclosures\":[]}}"
            .formatted(parts[0], parts[1], parts[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vc+sd-jwt", "sd-jwt", "JWT", "kb+jwt", "DC+SD-JWT", "application/dc+sd-jwt", ""})
  void verify_anotherType_isRefused(String typ) {
    refused(Reason.NOT_ALLOWED, withHeader(HandMade.header(office.key, typ)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x5c\":[]",
        "\"jwk\":{}",
        "\"jku\":\"https://evil.example\"",
        "\"x5u\":\"https://evil.example\"",
        "\"crit\":[\"x\"]",
        "\"b64\":true",
        "\"zip\":\"DEF\"",
        "\"vctm\":[]",
        "\"trust_chain\":[]"
      })
  void verify_headerThatOffersAKeyOrChangesTheRules_isRefused(String member) {
    refused(Reason.NOT_ALLOWED, withHeader(header(member)));
  }

  @Test
  void verify_algorithmOfTheHeader_mustBeTheKeys() {
    refused(
        Reason.NOT_ALLOWED,
        withHeader(HandMade.header(office.key, "dc+sd-jwt").replace("Ed", "X")));
    String none =
        HandMade.encode("{\"alg\":\"none\",\"typ\":\"dc+sd-jwt\"}")
            + "."
            + HandMade.encode(Office.payload("\"a\":1"))
            + ".~";
    refused(Reason.NOT_ALLOWED, none);
  }

  @Test
  void verify_unsigned_isRefused() {
    String credential = office.signed(Office.payload("\"a\":1"));
    String cut = credential.substring(0, credential.lastIndexOf('.') + 1) + "~";
    refused(Reason.UNSIGNED, cut);
  }

  @Test
  void verify_withoutKid_isTakenWhenTheIssuerHasOneKey() {
    String noKid = withHeader("{\"alg\":\"Ed25519\",\"typ\":\"dc+sd-jwt\"}");
    assertThat(office.bearer().verify(noKid).issuer()).isEqualTo(Office.ISSUER);
    Office two = new Office();
    TrustResolver trust =
        new PinnedEntities(
            List.of(
                new ResolvedEntity(
                    Office.ISSUER,
                    List.of(office.key.publicKey(), two.key.publicKey()),
                    Instant.MAX)));
    refused(Reason.UNKNOWN_KEY, verifier(trust), noKid);
    String kid = withHeader(HandMade.header(office.key, "dc+sd-jwt"));
    assertThat(verifier(trust).verify(kid).issuer()).isEqualTo(Office.ISSUER);
  }

  private BearerVerifier verifier(TrustResolver trust) {
    return SdJwtVcVerifier.builder(trust, Office.policy(), Set.of(Office.TYPE), office.clock)
        .build()
        .withoutKeyBinding();
  }

  @Test
  void verify_keyTheIssuerDoesNotHave_isRefused() {
    SigningKey foreign = new Office().key;
    String payload = Office.payload("\"a\":\"" + PLANTED + "\"");
    String named = HandMade.sign(foreign, HandMade.header(foreign, "dc+sd-jwt"), payload);
    refused(Reason.UNKNOWN_KEY, HandMade.join(named));
    String posing = HandMade.sign(foreign, HandMade.header(office.key, "dc+sd-jwt"), payload);
    refused(Reason.SIGNATURE_INVALID, HandMade.join(posing));
    String nameless =
        HandMade.sign(foreign, "{\"alg\":\"Ed25519\",\"typ\":\"dc+sd-jwt\"}", payload);
    refused(Reason.SIGNATURE_INVALID, HandMade.join(nameless));
  }

  @Test
  void verify_issuerThatIsMissingOrNoEntity_isRefused() {
    String end = "\",\"vct\":\"" + Office.TYPE + "\",\"iat\":1,\"exp\":2}";
    refused(Reason.MALFORMED, office.signed("{\"x\":\"" + end));
    refused(Reason.MALFORMED, office.signed("{\"iss\":\"" + PLANTED + end));
    refused(Reason.MALFORMED, office.signed("{\"iss\":\"did:web:jambi.example" + end));
    refused(Reason.MALFORMED, office.signed("{\"iss\":1,\"x\":\"" + end));
    refused(Reason.UNKNOWN_ENTITY, office.signed("{\"iss\":\"https://evil.example" + end));
    refused(Reason.UNKNOWN_ENTITY, office.signed("{\"iss\":\"" + Office.ISSUER + "/" + end));
  }

  @Test
  void verify_trustThatRunsOut_isRefusedFromThatInstant() {
    Instant end = Office.NOW.plusSeconds(10);
    TrustResolver trust =
        new PinnedEntities(
            List.of(new ResolvedEntity(Office.ISSUER, List.of(office.key.publicKey()), end)));
    String credential = office.signed(Office.payload("\"a\":1"));
    office.clock.set(end.minusMillis(1));
    assertThat(verifier(trust).verify(credential)).isNotNull();
    office.clock.set(end);
    refused(Reason.EXPIRED, verifier(trust), credential);
  }

  @Test
  void verify_typeThatIsMissingOrNotTaken_isRefused() {
    String basics = Office.payload("\"a\":1");
    refused(Reason.NOT_ALLOWED, office.signed(basics.replace("/test/v1", "/test/v2")));
    refused(Reason.NOT_ALLOWED, office.signed(basics.replace("/test/v1", "/Test/v1")));
    refused(Reason.MALFORMED, office.signed(basics.replace("\"vct\"", "\"vcx\"")));
    refused(
        Reason.MALFORMED,
        office.signed(basics.replace("\"" + Office.TYPE + "\"", "[\"" + Office.TYPE + "\"]")));
  }

  @Test
  void verify_issuerThatMayNotIssueThis_isRefused() {
    IssuerPolicy others =
        IssuerPolicy.listed(Map.of(Office.TYPE, Set.of(new EntityId("https://merangin.example"))));
    BearerVerifier verifier =
        SdJwtVcVerifier.builder(office.trust(), others, Set.of(Office.TYPE), office.clock)
            .build()
            .withoutKeyBinding();
    refused(Reason.NOT_AUTHORISED, verifier, office.signed(Office.payload("\"a\":1")));
    IssuerPolicy nothing = IssuerPolicy.listed(Map.of());
    BearerVerifier strict =
        SdJwtVcVerifier.builder(office.trust(), nothing, Set.of(Office.TYPE), office.clock)
            .build()
            .withoutKeyBinding();
    refused(Reason.NOT_AUTHORISED, strict, office.signed(Office.payload("\"a\":1")));
  }

  @Test
  void verify_policyThatLooksAtClaims_seesWhatWasDisclosed() {
    ClaimPath local = ClaimPath.of("local");
    IssuerPolicy policy =
        (issuer, type, claims) -> local.in(claims).filter(JsonBoolean.TRUE::equals).isPresent();
    BearerVerifier verifier =
        SdJwtVcVerifier.builder(office.trust(), policy, Set.of(Office.TYPE), office.clock)
            .build()
            .withoutKeyBinding();
    String hidden = member("local", "true");
    String payload = Office.payload(sd(hidden));
    assertThat(verifier.verify(office.signed(payload, hidden))).isNotNull();
    refused(Reason.NOT_AUTHORISED, verifier, office.signed(payload));
  }

  @Test
  void verify_timesAtTheirEdges_areTakenAndOneSecondMoreRefused() {
    assertThat(office.bearer().verify(withTimes(60L, 3600L, ""))).isNotNull();
    refused(Reason.NOT_YET_VALID, withTimes(61L, 3600L, ""));
    assertThat(office.bearer().verify(withTimes(-3600L, -59L, ""))).isNotNull();
    refused(Reason.EXPIRED, withTimes(-3600L, -60L, ""));
    long now = Office.NOW.getEpochSecond();
    assertThat(office.bearer().verify(withTimes(0L, 10L, ",\"nbf\":" + (now + 60)))).isNotNull();
    refused(Reason.NOT_YET_VALID, withTimes(0L, 10L, ",\"nbf\":" + (now + 61)));
  }

  @Test
  void verify_timesThatAreMissingOrNoTimes_areRefused() {
    refused(Reason.MALFORMED, withTimes(null, 10L, ""));
    refused(Reason.MALFORMED, withTimes(0L, null, ""));
    refused(Reason.MALFORMED, withTimes(0L, null, ",\"exp\":\"" + PLANTED + "\""));
    refused(Reason.MALFORMED, withTimes(0L, null, ",\"exp\":1e10"));
    refused(Reason.MALFORMED, withTimes(0L, null, ",\"exp\":9007199254740993"));
  }

  @Test
  void verify_lifetimeAtTheLimit_isTakenAndOneSecondMoreRefused() {
    long longest = SdJwtVcVerifier.MAX_LIFETIME.toSeconds();
    assertThat(office.bearer().verify(withTimes(0L, longest, ""))).isNotNull();
    refused(Reason.NOT_ALLOWED, withTimes(0L, longest + 1, ""));
    BearerVerifier day =
        office.verifierBuilder().maxLifetime(Duration.ofDays(1)).build().withoutKeyBinding();
    assertThat(day.verify(withTimes(0L, 86_400L, ""))).isNotNull();
    refused(Reason.NOT_ALLOWED, day, withTimes(0L, 86_401L, ""));
  }

  @Test
  void verify_audience_isRefused() {
    refused(Reason.WRONG_AUDIENCE, withTimes(0L, 10L, ",\"aud\":\"" + Office.AUDIENCE + "\""));
  }

  @Test
  void verify_issuerJwtAtItsLongest_isTakenAndOneCharacterMoreRefused() {
    assertThat(office.bearer().verify(ofLength(64 * 1024))).isNotNull();
    refused(Reason.MALFORMED, ofLength(64 * 1024 + 1));
  }

  /** A credential whose part before the first tilde has a length. */
  private String ofLength(int length) {
    // Base64url makes four characters of three bytes; the rest is found with a longer header.
    for (String typ = ""; ; typ += " ") {
      String header = HandMade.header(office.key, "dc+sd-jwt") + typ;
      int rest = length - HandMade.encode(header).length() - 2 - 86;
      if (rest % 4 != 1) {
        int bytes = rest / 4 * 3 + Math.max(0, rest % 4 - 1);
        String open = Office.payload("\"a\":1");
        String payload = open + " ".repeat(bytes - open.length());
        String jwt = HandMade.sign(office.key, header, payload);
        assertThat(jwt).hasSize(length);
        return HandMade.join(jwt);
      }
    }
  }

  @Test
  void verify_null_isRefusedAtOnce() {
    org.assertj.core.api.Assertions.assertThatNullPointerException()
        .isThrownBy(() -> office.bearer().verify(null));
  }

  @Test
  void builder_settingsBeyondTheirRange_areRefused() {
    SdJwtVcVerifier.Builder builder = office.verifierBuilder();
    builder.maxLifetime(SdJwtVcVerifier.MAX_LIFETIME);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxLifetime(SdJwtVcVerifier.MAX_LIFETIME.plusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxLifetime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SdJwtVcVerifier.builder(office.trust(), Office.policy(), Set.of(), office.clock));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            SdJwtVcVerifier.builder(
                office.trust(), Office.policy(), Set.of("x".repeat(513)), office.clock));
  }
}
