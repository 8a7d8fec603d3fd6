package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.VerifiedJws;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResolveResponseTest {
  private static final String TYPE = "https://federasi.example/marks/aman";

  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);
  private final Member node = federation.add("https://simpul.example", anchor);
  private final ChainResolver chains =
      federation
          .resolver(anchor)
          .trustMarks(new TrustMarkVerifier(federation.clock()), Set.of(TYPE))
          .build();
  private final ResolveResponseIssuer issuer =
      new ResolveResponseIssuer(
          node.id(), FederationKeys.of(node.federationKey()), federation.clock());
  private final ResolveResponseVerifier verifier =
      new ResolveResponseVerifier(node.id(), node.keys(), federation.clock());

  private VerifiedJws read(String token, ExpectedClaims expected) {
    JwsProfile profile =
        JwsProfile.typed("resolve-response+jwt")
            .maxLength(1024 * 1024)
            .maxStringLength(64 * 1024)
            .maxLifetime(Duration.ofDays(14))
            .build();
    return new JwsVerifier(profile, federation.clock()).verify(token, node.keys(), expected);
  }

  /** A response made by hand, about the city. */
  private Draft response() {
    return new Draft("resolve-response+jwt", node.federationKey(), federation.clock())
        .put("iss", node.id().value())
        .put("sub", city.id().value())
        .put("metadata", Draft.object("{\"simpul_node\":{\"name\":\"made up\"}}"))
        .put("trust_chain", federation.chain(city, province, anchor));
  }

  private void giveMark() {
    PublishedTrustMark mark =
        new TrustMarkIssuer(
                anchor.id(), FederationKeys.of(anchor.federationKey()), federation.clock())
            .issue(TYPE, city.id(), Duration.ofDays(1));
    city.configuration().put("trust_marks", new JsonArray(List.of(mark.toJson())));
    anchor
        .configuration()
        .putJson("trust_mark_issuers", "{\"%s\":[\"https://federasi.example\"]}".formatted(TYPE));
  }

  @Test
  void issue_aboutAResolvedEntity_saysWhatTheStandardAsksFor() {
    giveMark();
    federation.clock().advance(Duration.ofMillis(900));
    city.configuration().lifetime(Duration.ofHours(5));
    ResolvedEntity resolved = chains.resolve(city.id());
    VerifiedJws response =
        read(issuer.issue(resolved, Set.of(), null), ExpectedClaims.issuedBy(node.id().value()));
    assertThat(response.subject()).contains(city.id().value());
    assertThat(response.expiresAt()).contains(resolved.expiresAt());
    assertThat(resolved.trustMarks().get(0).expiresAt()).isAfter(resolved.expiresAt());
    assertThat(response.issuedAt()).isEqualTo(FederationFixture.NOW);
    assertThat(response.claims().get("metadata")).contains(resolved.metadata());
    assertThat(response.claims().get("trust_chain"))
        .contains(JsonArray.ofStrings(resolved.chain().orElseThrow().tokens()));
    assertThat(response.claims().get("trust_marks"))
        .contains(
            new JsonArray(
                List.of(
                    new PublishedTrustMark(TYPE, resolved.trustMarks().get(0).token()).toJson())));
    assertThat(response.claims().get("aud")).isEmpty();
  }

  @Test
  void issue_markThatRunsOutFirst_runsOutWithIt() {
    giveMark();
    ResolvedEntity resolved = chains.resolve(city.id());
    VerifiedJws response =
        read(issuer.issue(resolved, Set.of(), null), ExpectedClaims.issuedBy(node.id().value()));
    assertThat(response.expiresAt()).contains(FederationFixture.NOW.plus(Duration.ofDays(1)));
    federation.clock().advance(Duration.ofDays(1));
    VerifiedJws later =
        read(issuer.issue(resolved, Set.of(), null), ExpectedClaims.issuedBy(node.id().value()));
    assertThat(later.expiresAt()).contains(resolved.expiresAt());
  }

  @Test
  void verify_responseForARequester_isTakenByThatOneAlone() {
    String token = issuer.issue(chains.resolve(city.id()), Set.of(), province.id());
    ResolveResponseVerifier own = verifier.forRequester(province.id());
    assertThat(own.verify(token, city.id(), chains).id()).isEqualTo(city.id());
    assertThat(own.trustingOwnNode(token, city.id()).id()).isEqualTo(city.id());
    refused(Reason.WRONG_AUDIENCE, () -> verifier.verify(token, city.id(), chains));
    refused(
        Reason.WRONG_AUDIENCE,
        () -> verifier.forRequester(anchor.id()).verify(token, city.id(), chains));
    String toNobody = issuer.issue(chains.resolve(city.id()), Set.of(), null);
    refused(Reason.WRONG_AUDIENCE, () -> own.verify(toNobody, city.id(), chains));
  }

  @Test
  void verify_longestResponseAndOneThatIsLonger_isTakenAndRefused() {
    Draft response = response();
    for (int i = 0; ResolveResponseIssuer.MAX_LENGTH - response.token().length() > 90_000; i++) {
      response.put("pad" + i, "x".repeat(60_000));
    }
    int left = (ResolveResponseIssuer.MAX_LENGTH - response.token().length()) * 3 / 4 - 20;
    while (padded(response, left + 1).length() <= ResolveResponseIssuer.MAX_LENGTH) {
      left++;
    }
    String longest = padded(response, left);
    assertThat(longest.length()).isGreaterThan(ResolveResponseIssuer.MAX_LENGTH - 2);
    assertThat(verifier.verify(longest, city.id(), chains).id()).isEqualTo(city.id());
    String longer = padded(response, left + 1);
    refused(Reason.MALFORMED, () -> verifier.verify(longer, city.id(), chains));
  }

  private static String padded(Draft response, int characters) {
    return response.put("end", "x".repeat(characters)).token();
  }

  @Test
  void issue_forSomeTypesAndSomebody_saysThoseAndWho() {
    ResolvedEntity resolved = chains.resolve(city.id());
    String token = issuer.issue(resolved, Set.of("simpul_node", "other"), province.id());
    ExpectedClaims expected =
        ExpectedClaims.issuedBy(node.id().value()).forAudience(province.id().value());
    JsonObject metadata = (JsonObject) read(token, expected).claims().get("metadata").orElseThrow();
    assertThat(metadata.members()).containsOnlyKeys("simpul_node");
    assertThat(read(token, expected).claims().get("trust_marks")).isEmpty();
  }

  @Test
  void issue_markOrChainRunOut_leavesOutOrRefuses() {
    giveMark();
    ResolvedEntity resolved = chains.resolve(city.id());
    federation.clock().advance(Duration.ofDays(1));
    VerifiedJws response =
        read(issuer.issue(resolved, Set.of(), null), ExpectedClaims.issuedBy(node.id().value()));
    assertThat(response.claims().get("trust_marks")).isEmpty();
    federation.clock().set(resolved.expiresAt().minusSeconds(1));
    issuer.issue(resolved, Set.of(), null);
    federation.clock().set(resolved.expiresAt());
    refused(Reason.EXPIRED, () -> issuer.issue(resolved, Set.of(), null));
  }

  @Test
  void issue_aboutAPinnedEntity_isAMistakeOfTheCaller() {
    ResolvedEntity pinned =
        new ResolvedEntity(city.id(), List.of(city.nodeKey().publicKey()), Instant.MAX);
    assertThatThrownBy(() -> issuer.issue(pinned, Set.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void verify_responseOfAnother_isWorkedOutAnew() {
    ResolvedEntity resolved = verifier.verify(response().token(), city.id(), chains);
    assertThat(resolved.id()).isEqualTo(city.id());
    assertThat(resolved.keys()).containsExactly(city.nodeKey().publicKey());
    assertThat(resolved.metadata()).isEqualTo(chains.resolve(city.id()).metadata());
    String issued = issuer.issue(resolved, Set.of(), null);
    assertThat(verifier.verify(issued, city.id(), chains).metadata())
        .isEqualTo(resolved.metadata());
  }

  static Stream<Arguments> broken() {
    SigningKey stranger = Member.newKey();
    return Stream.of(
        broken("about another", d -> d.put("sub", "https://x.example"), Reason.WRONG_SIGNER),
        broken("about nobody", d -> d.without("sub"), Reason.WRONG_SIGNER),
        broken("by another", d -> d.put("iss", "https://x.example"), Reason.WRONG_SIGNER),
        broken("for somebody else", d -> d.put("aud", "https://x.example"), Reason.WRONG_AUDIENCE),
        broken("without end", d -> d.without("exp"), Reason.MALFORMED),
        broken("run out", d -> d.age(Duration.ofDays(8)), Reason.EXPIRED),
        broken("another type", d -> d.header("typ", new JsonString("JWT")), Reason.NOT_ALLOWED),
        broken("forged", d -> d.forgedBy(stranger), Reason.SIGNATURE_INVALID),
        broken("without chain", d -> d.without("trust_chain"), Reason.MALFORMED),
        broken("with an empty chain", d -> d.put("trust_chain", List.of()), Reason.MALFORMED),
        broken("with a chain of numbers", d -> d.putJson("trust_chain", "[1]"), Reason.MALFORMED),
        broken(
            "with nonsense for a chain",
            d -> d.put("trust_chain", List.of("a.b.c")),
            Reason.MALFORMED));
  }

  private static Arguments broken(String name, UnaryOperator<Draft> change, Reason reason) {
    return Arguments.of(name, change, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void verify_breakingARule_isRefused(String name, UnaryOperator<Draft> change, Reason reason) {
    String token = change.apply(response()).token();
    refused(reason, () -> verifier.verify(token, city.id(), chains));
  }

  @Test
  void verify_chainThatDoesNotHold_isRefusedWhateverTheResolverSays() {
    province.about(city).forgedBy(Member.newKey());
    String token = response().token();
    refused(Reason.SIGNATURE_INVALID, () -> verifier.verify(token, city.id(), chains));
  }

  @Test
  void verify_chainIncomplete_isRefused() {
    List<String> whole = federation.chain(city, province, anchor);
    String token = response().put("trust_chain", whole.subList(0, 2)).token();
    refused(Reason.NO_CHAIN, () -> verifier.verify(token, city.id(), chains));
  }

  @Test
  void verify_chainOfAnother_isRefused() {
    String token = response().put("trust_chain", federation.chain(province, anchor)).token();
    TrustException refusal =
        refused(Reason.WRONG_SIGNER, () -> verifier.verify(token, city.id(), chains));
    assertThat(refusal.fault().where()).isEqualTo("trust_chain");
  }

  @Test
  void trustingOwnNode_goodSignature_takesItsWordUntilItRunsOut() {
    SigningKey key = Member.newKey();
    Draft response =
        response()
            .without("trust_chain")
            .put(
                "metadata",
                JsonObject.builder()
                    .put("simpul_node", JsonObject.builder().put("jwks", Draft.jwks(key)).build())
                    .build());
    ResolvedEntity resolved = verifier.trustingOwnNode(response.token(), city.id());
    assertThat(resolved.keys()).containsExactly(key.publicKey());
    assertThat(resolved.chain()).isEmpty();
    assertThat(resolved.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
    refused(
        Reason.SIGNATURE_INVALID,
        () -> verifier.trustingOwnNode(response().forgedBy(Member.newKey()).token(), city.id()));
    refused(
        Reason.MALFORMED,
        () -> verifier.trustingOwnNode(response().without("metadata").token(), city.id()));
    refused(
        Reason.WRONG_SIGNER,
        () -> verifier.trustingOwnNode(response().token(), new EntityId("https://x.example")));
  }

  @Test
  void known_resolvedToAnyAnchor_countsForTheAnchorItEndedAt() {
    ResolvedEntity resolved = chains.resolve(city.id());
    assertThat(chains.known(city.id(), anchor.id())).contains(resolved);
    assertThat(chains.known(city.id(), province.id())).isEmpty();
  }
}
