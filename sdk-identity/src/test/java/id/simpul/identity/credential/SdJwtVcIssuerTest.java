package id.simpul.identity.credential;

import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwsProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issued credential looks like, read without the code under test. */
class SdJwtVcIssuerTest {
  private static final String PLANTED = "planted-claim-5d1c";
  private static final CredentialContent CONTENT =
      CredentialContent.builder()
          .claim("office", new JsonString("Dukcapil"))
          .selective("name", PLANTED)
          .selective("city", "Jambi")
          .claim("list", JsonArray.ofStrings(List.of("a", "b")))
          .selective(ClaimPath.of("list").element(1))
          .build();

  private final Office office = new Office();

  private static JsonObject part(String credential, int index) {
    return Office.json(HandMade.decode(credential.split("~", -1)[0].split("\\.", -1)[index]));
  }

  private static List<String> disclosures(String credential) {
    String[] parts = credential.split("~", -1);
    return Arrays.asList(parts).subList(1, parts.length - 1);
  }

  private static List<String> digests(JsonObject object) {
    List<String> digests = new ArrayList<>();
    for (JsonValue digest : ((JsonArray) object.get("_sd").orElseThrow()).items()) {
      digests.add(((JsonString) digest).value());
    }
    return digests;
  }

  private static String salt(String disclosure) {
    return HandMade.decode(disclosure).split("\"", -1)[1];
  }

  @ParameterizedTest
  @EnumSource
  void issue_anyKey_isSignedAndTyped(SignatureAlgorithm algorithm) {
    Office other = new Office(algorithm);
    String credential = other.issuer().build().issue(CONTENT).reveal();
    assertThat(Office.text(part(credential, 0))).isEqualTo(HandMade.header(other.key, "dc+sd-jwt"));
    String jwt = credential.substring(0, credential.indexOf('~'));
    int dot = jwt.lastIndexOf('.');
    byte[] signature = Base64.getUrlDecoder().decode(jwt.substring(dot + 1));
    byte[] input = jwt.substring(0, dot).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(other.key.publicKey().verify(input, signature)).isTrue();
    assertThat(credential).endsWith("~");
    assertThat(disclosures(credential)).hasSize(3);
  }

  @Test
  void issue_openClaims_areReadableAndHiddenOnesAreNot() {
    String credential = office.issuer().decoys(0).build().issue(CONTENT).reveal();
    JsonObject payload = part(credential, 1);
    assertThat(payload.get("iss")).contains(new JsonString(Office.ISSUER.value()));
    assertThat(payload.get("vct")).contains(new JsonString(Office.TYPE));
    assertThat(payload.get("iat")).contains(seconds("2026-11-21T00:00:00Z"));
    assertThat(payload.get("exp")).contains(seconds("2027-11-22T00:00:00Z"));
    assertThat(payload.get("office")).contains(new JsonString("Dukcapil"));
    assertThat(payload.get("_sd_alg")).contains(new JsonString("sha-256"));
    assertThat(payload.members()).doesNotContainKeys("name", "city", "cnf", "status");
    assertThat(Office.text(payload)).doesNotContain(PLANTED).doesNotContain("Jambi");
    JsonArray list = (JsonArray) payload.get("list").orElseThrow();
    assertThat(list.items().get(0)).isEqualTo(new JsonString("a"));
    JsonObject placeholder = (JsonObject) list.items().get(1);
    List<String> all = new ArrayList<>(digests(payload));
    all.add(((JsonString) placeholder.get("...").orElseThrow()).value());
    List<String> expected = disclosures(credential).stream().map(HandMade::digest).toList();
    assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static JsonNumber seconds(String instant) {
    return JsonNumber.of(Instant.parse(instant).getEpochSecond());
  }

  @Test
  void issue_twiceOnADay_saysTheSameTimes() {
    SdJwtVcIssuer issuer = office.issuer().build();
    office.clock.set(Instant.parse("2026-11-21T00:00:00Z"));
    JsonObject first = part(issuer.issue(CONTENT).reveal(), 1);
    office.clock.set(Instant.parse("2026-11-21T23:59:59.999Z"));
    JsonObject last = part(issuer.issue(CONTENT).reveal(), 1);
    office.clock.set(Instant.parse("2026-11-22T00:00:00Z"));
    JsonObject next = part(issuer.issue(CONTENT).reveal(), 1);
    for (String name : List.of("iat", "exp")) {
      assertThat(last.get(name)).isEqualTo(first.get(name)).isNotEqualTo(next.get(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T00:00:00Z",
        "2026-11-21T12:34:56.789Z",
        "2026-11-21T23:59:59.999999999Z"
      })
  void issue_lifetime_isNeitherPutOffNorCutShortByRounding(String issued) {
    Duration lifetime = Duration.ofDays(30);
    office.clock.set(Instant.parse(issued));
    SdJwtVcIssuer issuer = office.issuer().lifetime(lifetime).build();
    String credential = issuer.issue(CONTENT).reveal();
    office.bearer().verify(credential);
    office.clock.advance(lifetime);
    office.bearer().verify(credential);
    office.clock.set(Instant.parse("2026-12-22T00:00:00Z").plus(JwsProfile.MAX_LEEWAY));
    refusal(Reason.EXPIRED, () -> office.bearer().verify(credential), PLANTED);
  }

  @Test
  void issue_lifetimeOfHoursMore_isRoundedUp() {
    SdJwtVcIssuer issuer = office.issuer().lifetime(Duration.ofDays(1).plusNanos(1)).build();
    JsonObject payload = part(issuer.issue(CONTENT).reveal(), 1);
    assertThat(payload.get("exp")).contains(seconds("2026-11-24T00:00:00Z"));
  }

  @Test
  void issue_longestLifetime_isTakenByAVerifier() {
    SdJwtVcIssuer issuer = office.issuer().lifetime(SdJwtVcIssuer.MAX_LIFETIME).build();
    VerifiedCredential verified = office.bearer().verify(issuer.issue(CONTENT).reveal());
    assertThat(verified.expiresAt()).isAfter(Office.NOW.plus(SdJwtVcIssuer.MAX_LIFETIME));
  }

  @Test
  void issue_digests_areSorted() {
    CredentialContent.Builder many = CredentialContent.builder();
    for (int i = 0; i < 40; i++) {
      many.selective("c" + i, "x");
    }
    String credential = office.issuer().build().issue(many.build()).reveal();
    assertThat(digests(part(credential, 1))).isSorted();
  }

  @Test
  void issue_salts_have128BitsAndAreNeverUsedTwice() {
    SdJwtVcIssuer issuer = office.issuer().build();
    Set<String> salts = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      for (String disclosure : disclosures(issuer.issue(CONTENT).reveal())) {
        String salt = salt(disclosure);
        assertThat(Base64.getUrlDecoder().decode(salt)).hasSize(16);
        assertThat(salts.add(salt)).isTrue();
      }
    }
    assertThat(salts).hasSize(150);
  }

  @Test
  void issue_decoys_lookLikeDigestsAndTheirNumberVaries() {
    SdJwtVcIssuer issuer = office.issuer().decoys(8).build();
    Set<Integer> counts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      List<String> digests = digests(part(issuer.issue(CONTENT).reveal(), 1));
      assertThat(digests).hasSizeBetween(2, 10).allMatch(d -> d.length() == 43).isSorted();
      counts.add(digests.size());
    }
    assertThat(counts).contains(2, 10);
    String plain =
        issuer.issue(CredentialContent.builder().claim("a", new JsonString("b")).build()).reveal();
    assertThat(part(plain, 1).members()).doesNotContainKey("_sd");
  }

  @Test
  void issue_holderAndStatus_standInTheOpen() {
    StatusReference status = new StatusReference(42, URI.create("https://jambi.example/s/1"));
    String credential =
        office
            .issuer()
            .build()
            .issue(CONTENT.withHolder(office.holderJwk()).withStatus(status))
            .reveal();
    JsonObject payload = part(credential, 1);
    assertThat(payload.get("cnf"))
        .contains(JsonObject.builder().put("jwk", office.holderJwk().toJson()).build());
    assertThat(payload.get("status")).contains(status.toJson());
  }

  @Test
  void issue_nestedHiddenClaims_areHiddenTwice() {
    CredentialContent content =
        CredentialContent.builder()
            .selective("home", Office.json("{\"street\":\"x\",\"city\":\"y\"}"))
            .selective(ClaimPath.of("home", "street"))
            .build();
    String credential = office.issuer().decoys(0).build().issue(content).reveal();
    List<String> disclosures = disclosures(credential);
    assertThat(disclosures).hasSize(2);
    assertThat(HandMade.decode(disclosures.get(0))).contains("\"street\",\"x\"");
    assertThat(HandMade.decode(disclosures.get(1)))
        .contains("{\"city\":\"y\",\"_sd\":[\"" + HandMade.digest(disclosures.get(0)) + "\"]}");
  }

  @Test
  void issue_everythingHidden_isTakenBackByAVerifier() {
    String credential = office.issuer().build().issue(CONTENT).reveal();
    VerifiedCredential verified = office.bearer().verify(credential);
    assertThat(Office.own(verified)).isEqualTo(CONTENT.claims());
  }

  @Test
  void issue_openClaimsTooLargeForAVerifier_areRefused() {
    CredentialContent large =
        CredentialContent.builder()
            .claim("a", new JsonString(PLANTED + "x".repeat(16 * 1024 - PLANTED.length())))
            .build();
    assertThat(office.issuer().build().issue(large)).isNotNull();
    CredentialContent tooLarge =
        CredentialContent.builder()
            .claim("a", new JsonString(PLANTED + "x".repeat(16 * 1024 + 1 - PLANTED.length())))
            .build();
    refusal(Reason.MALFORMED, () -> office.issuer().build().issue(tooLarge), PLANTED);
  }

  @Test
  void issue_hiddenClaimsTooLargeForAVerifier_areRefused() {
    SdJwtVcIssuer issuer = office.issuer().build();
    assertThat(issuer.issue(hidden(190_000)).reveal().length()).isLessThan(256 * 1024);
    refusal(Reason.MALFORMED, () -> issuer.issue(hidden(200_000)), PLANTED);
  }

  private static CredentialContent hidden(int characters) {
    String value = PLANTED + "x".repeat(characters - PLANTED.length());
    return CredentialContent.builder().selective("a", value).build();
  }

  @Test
  void issue_asManyHiddenClaimsAsThereMayBe_areTakenByAVerifier() {
    CredentialContent.Builder many = CredentialContent.builder();
    for (int i = 0; i < CredentialContent.MAX_SELECTIVE; i++) {
      many.selective("c" + i, "x");
    }
    String credential = office.issuer().build().issue(many.build()).reveal();
    assertThat(disclosures(credential)).hasSize(128);
    assertThat(Office.own(office.bearer().verify(credential)).members()).hasSize(128);
  }

  @Test
  void builder_settingsBeyondTheirRange_areRefused() {
    SdJwtVcIssuer.Builder builder = office.issuer();
    builder.lifetime(SdJwtVcIssuer.MIN_LIFETIME).lifetime(SdJwtVcIssuer.MAX_LIFETIME);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.lifetime(SdJwtVcIssuer.MIN_LIFETIME.minusNanos(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.lifetime(SdJwtVcIssuer.MAX_LIFETIME.plusNanos(1)));
    builder.decoys(0).decoys(SdJwtVcIssuer.MAX_DECOYS);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.decoys(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.decoys(SdJwtVcIssuer.MAX_DECOYS + 1));
    SdJwtVcIssuer.builder(Office.ISSUER, office.key, "t".repeat(512), office.clock);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SdJwtVcIssuer.builder(Office.ISSUER, office.key, "t".repeat(513), office.clock));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SdJwtVcIssuer.builder(Office.ISSUER, office.key, "", office.clock));
  }

  @Test
  void toString_ofAnything_showsNothingOfTheClaims() {
    SdJwtVcIssuer issuer = office.issuer().build();
    IssuedCredential issued = issuer.issue(CONTENT);
    assertThat(issued).hasToString("issued credential");
    assertThat(issuer).hasToString(Office.ISSUER + " issues " + Office.TYPE);
    assertThat(CONTENT.toString()).doesNotContain(PLANTED);
  }
}
