package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrustMarksTest {
  private static final String TYPE = "https://federasi.example/marks/resident-credential";
  private static final Duration YEAR = Duration.ofDays(365);

  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);
  private final Member auditor = federation.add("https://bssn.example", anchor);
  private final Member owner = federation.add("https://kemendagri.example");

  /** A mark made by hand; the auditor gives it to the city. */
  private Draft mark() {
    return new Draft("trust-mark+jwt", auditor.federationKey(), federation.clock())
        .put("iss", auditor.id().value())
        .put("sub", city.id().value())
        .put("trust_mark_type", TYPE)
        .lifetime(YEAR);
  }

  /** A delegation made by hand; the owner lets the auditor issue the type. */
  private Draft delegation() {
    return new Draft("trust-mark-delegation+jwt", owner.federationKey(), federation.clock())
        .put("iss", owner.id().value())
        .put("sub", auditor.id().value())
        .put("trust_mark_type", TYPE)
        .without("exp");
  }

  private void show(String... tokens) {
    List<JsonValue> marks = new ArrayList<>();
    for (String token : tokens) {
      marks.add(
          JsonObject.builder()
              .put("trust_mark_type", TYPE)
              .put("trust_mark", new JsonString(token))
              .build());
    }
    city.configuration().put("trust_marks", new JsonArray(marks));
  }

  private void anchorNames(Member... issuers) {
    List<String> ids = Stream.of(issuers).map(m -> m.id().value()).toList();
    anchor
        .configuration()
        .put(
            "trust_mark_issuers", JsonObject.builder().put(TYPE, JsonArray.ofStrings(ids)).build());
  }

  private void anchorNamesOwner(SigningKey key) {
    JsonObject entry =
        JsonObject.builder().put("sub", owner.id().value()).put("jwks", Draft.jwks(key)).build();
    anchor.configuration().put("trust_mark_owners", JsonObject.builder().put(TYPE, entry).build());
  }

  private ChainResolver resolver(UnaryOperator<TrustMarkVerifier> change) {
    TrustMarkVerifier verifier = change.apply(new TrustMarkVerifier(federation.clock()));
    return federation.resolver(anchor).trustMarks(verifier, Set.of(TYPE)).build();
  }

  private ResolvedEntity resolve() {
    return resolver(UnaryOperator.identity()).resolve(city.id());
  }

  /** Why the only mark is not believed, while the city is trusted nevertheless. */
  private Reason refusal() {
    assertThat(resolve().trustMarks()).isEmpty();
    ChainReport report = resolver(UnaryOperator.identity()).explain(city.id());
    assertThat(report.trustedUntil()).isPresent();
    assertThat(report.refusedMarks()).hasSize(1);
    assertThat(report.toText()).contains("Trust marks that are not believed:");
    return report.refusedMarks().get(0).reason();
  }

  @Test
  void resolve_markOfANamedIssuer_isBelieved() {
    anchorNames(auditor);
    show(mark().token());
    ResolvedEntity resolved = resolve();
    TrustMark mark = resolved.requireTrustMark(TYPE, FederationFixture.NOW);
    assertThat(mark.type()).isEqualTo(TYPE);
    assertThat(mark.subject()).isEqualTo(city.id());
    assertThat(mark.issuer()).isEqualTo(auditor.id());
    assertThat(mark.owner()).isEmpty();
    assertThat(mark.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
    assertThat(resolved.trustMarks()).containsExactly(mark);
    assertThat(mark.token()).isNotEmpty();
    assertThat(mark)
        .hasToString("trust mark of https://bssn.example for https://jambikota.example");
  }

  @Test
  void resolve_issuerAwayForAMoment_keepsItsMarkAndAsksAgainAfterAMinute() {
    anchorNames(auditor);
    show(mark().token());
    ChainResolver resolver = resolver(UnaryOperator.identity());
    ResolvedEntity first = resolver.resolve(city.id());
    federation.away(auditor);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    ResolvedEntity second = resolver.resolve(city.id());
    assertThat(second).isNotSameAs(first);
    assertThat(second.trustMarks()).isEqualTo(first.trustMarks()).hasSize(1);
    int before = federation.asked().size();
    federation.clock().advance(ChainResolver.RETRY_AFTER.minusSeconds(1));
    resolver.resolve(city.id());
    assertThat(federation.asked()).hasSize(before);
    federation.back(auditor);
    federation.clock().advance(Duration.ofSeconds(1));
    TrustMark anew = resolver.resolve(city.id()).trustMarks().get(0);
    assertThat(anew).isNotSameAs(first.trustMarks().get(0));
    assertThat(anew.expiresAt()).isAfter(first.trustMarks().get(0).expiresAt());
  }

  @Test
  void resolve_issuerAwayUntilTheMarkEnds_losesIt() {
    anchorNames(auditor);
    show(mark().lifetime(Duration.ofHours(2)).token());
    ChainResolver resolver = resolver(UnaryOperator.identity());
    resolver.resolve(city.id());
    federation.away(auditor);
    federation.clock().advance(Duration.ofHours(2).minusSeconds(1));
    assertThat(resolver.resolve(city.id()).trustMarks()).hasSize(1);
    federation.clock().advance(ChainResolver.RETRY_AFTER);
    assertThat(resolver.resolve(city.id()).trustMarks()).isEmpty();
  }

  @Test
  void resolve_issuerSuspended_losesTheMarkAtTheNextRefresh() {
    anchorNames(auditor);
    show(mark().token());
    ChainResolver resolver = resolver(UnaryOperator.identity());
    resolver.resolve(city.id());
    anchor.forget(auditor);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(resolver.resolve(city.id()).trustMarks()).isEmpty();
  }

  @Test
  void resolve_markThatEndsSoon_endsThenAndTheCityDoesNot() {
    anchorNames(auditor);
    show(mark().lifetime(Duration.ofHours(2)).token());
    ResolvedEntity resolved = resolve();
    Instant end = FederationFixture.NOW.plus(Duration.ofHours(2));
    assertThat(resolved.requireTrustMark(TYPE, end.minusMillis(1)).expiresAt()).isEqualTo(end);
    refused(Reason.NOT_AUTHORISED, () -> resolved.requireTrustMark(TYPE, end));
    assertThat(resolved.expiresAt()).isAfter(end);
  }

  @Test
  void resolve_issuersChainEndsSoon_theMarkEndsWithIt() {
    anchorNames(auditor);
    anchor.about(auditor).lifetime(Duration.ofHours(1));
    show(mark().token());
    assertThat(resolve().trustMarks().get(0).expiresAt())
        .isEqualTo(FederationFixture.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void resolve_markOfAnotherType_isNotAskedFor() {
    anchorNames(auditor);
    show(mark().token());
    ResolvedEntity resolved = federation.resolver(anchor).build().resolve(city.id());
    assertThat(resolved.trustMarks()).isEmpty();
    assertThat(federation.asked()).doesNotContain(auditor.id().value());
    refused(Reason.NOT_AUTHORISED, () -> resolved.requireTrustMark(TYPE, FederationFixture.NOW));
  }

  @Test
  void resolve_issuerTheAnchorDoesNotName_isRefusedWithoutAskingIt() {
    anchorNames(province);
    show(mark().token());
    assertThat(refusal()).isEqualTo(Reason.NOT_AUTHORISED);
    anchor.configuration().without("trust_mark_issuers");
    assertThat(refusal()).isEqualTo(Reason.NOT_AUTHORISED);
    assertThat(federation.asked()).doesNotContain(auditor.id().value());
  }

  @Test
  void resolve_typeThatAnyoneMayIssue_isRefusedUnlessAskedFor() {
    anchorNames();
    show(mark().token());
    assertThat(refusal()).isEqualTo(Reason.NOT_AUTHORISED);
    ChainResolver open = resolver(TrustMarkVerifier::trustingAnyoneWhereTheAnchorDoes);
    assertThat(open.resolve(city.id()).trustMarks()).hasSize(1);
    anchor.configuration().without("trust_mark_issuers");
    ChainResolver closed = resolver(TrustMarkVerifier::trustingAnyoneWhereTheAnchorDoes);
    assertThat(closed.resolve(city.id()).trustMarks()).isEmpty();
  }

  @Test
  void resolve_markByItself_countsWhereTheAnchorNamesIt() {
    show(mark().put("iss", city.id().value()).signedBy(city.federationKey()).token());
    anchorNames(auditor);
    assertThat(refusal()).isEqualTo(Reason.NOT_AUTHORISED);
    anchorNames(city);
    assertThat(resolve().trustMarks()).hasSize(1);
  }

  @Test
  void resolve_markByTheAnchor_isBelieved() {
    show(mark().put("iss", anchor.id().value()).signedBy(anchor.federationKey()).token());
    anchorNames(anchor);
    assertThat(resolve().trustMarks().get(0).issuer()).isEqualTo(anchor.id());
  }

  @Test
  void resolve_issuerBelowAnotherAnchor_isRefused() {
    Member foreign = federation.add("https://asing.example");
    Member issuer = federation.add("https://lain.example", foreign);
    show(mark().put("iss", issuer.id().value()).signedBy(issuer.federationKey()).token());
    anchorNames(issuer);
    ChainResolver both =
        federation
            .resolver(anchor, foreign)
            .trustMarks(new TrustMarkVerifier(federation.clock()), Set.of(TYPE))
            .build();
    assertThat(both.resolve(issuer.id()).id()).isEqualTo(issuer.id());
    assertThat(both.resolve(city.id()).trustMarks()).isEmpty();
  }

  static Stream<Arguments> broken() {
    SigningKey stranger = Member.newKey();
    return Stream.of(
        broken("of another", d -> d.put("sub", "https://x.example"), Reason.NOT_AUTHORISED),
        broken("without subject", d -> d.without("sub"), Reason.NOT_AUTHORISED),
        broken("of another type", d -> d.put("trust_mark_type", "t"), Reason.NOT_AUTHORISED),
        broken("without type", d -> d.without("trust_mark_type"), Reason.NOT_AUTHORISED),
        broken("without issuer", d -> d.without("iss"), Reason.NOT_AUTHORISED),
        broken("issuer no entity", d -> d.put("iss", "bssn"), Reason.NOT_AUTHORISED),
        broken("expired", d -> d.age(YEAR.plusSeconds(61)), Reason.EXPIRED),
        broken("of the future", d -> d.age(Duration.ofSeconds(-61)), Reason.NOT_YET_VALID),
        broken("without end", d -> d.without("exp"), Reason.MALFORMED),
        broken(
            "too long",
            d -> d.lifetime(TrustMarkVerifier.MAX_LIFETIME.plusSeconds(1)),
            Reason.NOT_ALLOWED),
        broken(
            "of another token type",
            d -> d.header("typ", new JsonString("JWT")),
            Reason.NOT_ALLOWED),
        broken(
            "a statement",
            d -> d.header("typ", new JsonString(EntityStatement.TYPE)),
            Reason.NOT_ALLOWED),
        broken("forged", d -> d.forgedBy(stranger), Reason.SIGNATURE_INVALID),
        broken("signed by a stranger", d -> d.signedBy(stranger), Reason.UNKNOWN_KEY),
        broken("delegated by nobody known", d -> d.put("delegation", "x"), Reason.NOT_AUTHORISED));
  }

  private static Arguments broken(String name, UnaryOperator<Draft> change, Reason reason) {
    return Arguments.of(name, change, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void resolve_markBreakingARule_isLeftOut(
      String name, UnaryOperator<Draft> change, Reason reason) {
    anchorNames(auditor);
    show(change.apply(mark()).token());
    assertThat(refusal()).isEqualTo(reason);
  }

  @Test
  void resolve_markAtItsLongestLife_isBelieved() {
    anchorNames(auditor);
    show(mark().lifetime(TrustMarkVerifier.MAX_LIFETIME).token());
    assertThat(resolve().trustMarks()).hasSize(1);
  }

  @Test
  void resolve_markOfAnOwner_needsItsDelegation() {
    anchorNames(auditor);
    anchorNamesOwner(owner.federationKey());
    show(mark().token());
    assertThat(refusal()).isEqualTo(Reason.NOT_AUTHORISED);
    show(mark().put("delegation", delegation().token()).token());
    TrustMark mark = resolve().trustMarks().get(0);
    assertThat(mark.owner()).contains(owner.id());
    assertThat(mark.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void resolve_delegationThatEndsSoon_endsTheMark() {
    anchorNames(auditor);
    anchorNamesOwner(owner.federationKey());
    Instant end = FederationFixture.NOW.plus(Duration.ofMinutes(5));
    Draft delegation = delegation().putJson("exp", "" + end.getEpochSecond());
    show(mark().put("delegation", delegation.token()).token());
    assertThat(resolve().trustMarks().get(0).expiresAt()).isEqualTo(end);
  }

  @Test
  void resolve_longestDelegationAndOneASecondLonger_isBelievedAndLeftOut() {
    anchorNames(auditor);
    anchorNamesOwner(owner.federationKey());
    Instant end = FederationFixture.NOW.plus(TrustMarkVerifier.MAX_DELEGATION_LIFETIME);
    Draft longest = delegation().putJson("exp", "" + end.getEpochSecond());
    show(mark().put("delegation", longest.token()).token());
    assertThat(resolve().trustMarks()).hasSize(1);
    Draft longer = delegation().putJson("exp", "" + (end.getEpochSecond() + 1));
    show(mark().put("delegation", longer.token()).token());
    assertThat(refusal()).isEqualTo(Reason.NOT_ALLOWED);
  }

  static Stream<Arguments> brokenDelegations() {
    SigningKey stranger = Member.newKey();
    return Stream.of(
        broken("to another", d -> d.put("sub", "https://x.example"), Reason.NOT_AUTHORISED),
        broken("of another type", d -> d.put("trust_mark_type", "t"), Reason.NOT_AUTHORISED),
        broken("by another", d -> d.put("iss", "https://x.example"), Reason.WRONG_SIGNER),
        broken("forged", d -> d.forgedBy(stranger), Reason.SIGNATURE_INVALID),
        broken("by a stranger", d -> d.signedBy(stranger), Reason.UNKNOWN_KEY),
        broken(
            "a mark itself",
            d -> d.header("typ", new JsonString("trust-mark+jwt")),
            Reason.NOT_ALLOWED),
        broken("of the future", d -> d.age(Duration.ofSeconds(-61)), Reason.NOT_YET_VALID),
        broken(
            "expired",
            d -> d.age(Duration.ofDays(2)).putJson("exp", "1795150000"),
            Reason.EXPIRED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenDelegations")
  void resolve_delegationBreakingARule_isLeftOut(
      String name, UnaryOperator<Draft> change, Reason reason) {
    anchorNames(auditor);
    anchorNamesOwner(owner.federationKey());
    show(mark().put("delegation", change.apply(delegation()).token()).token());
    assertThat(refusal()).isEqualTo(reason);
  }

  @Test
  void resolve_ownerWithKeysWeDoNotSpeak_spoilsItsMarksAlone() {
    anchorNames(auditor);
    anchor
        .configuration()
        .putJson(
            "trust_mark_owners",
            "{\"%s\":{\"sub\":\"https://kemendagri.example\",\"jwks\":{\"keys\":[%s]}}}"
                .formatted(TYPE, "{\"kty\":\"RSA\",\"kid\":\"1\",\"n\":\"AQAB\",\"e\":\"AQAB\"}"));
    show(mark().put("delegation", delegation().token()).token());
    assertThat(refusal()).isEqualTo(Reason.KEY_UNUSABLE);
  }

  @Test
  void resolve_asManyMarksAsAreLookedAtAndOneMore_findsAndMissesTheGoodOne() {
    anchorNames(auditor);
    String bad = mark().forgedBy(Member.newKey()).token();
    List<String> marks = new ArrayList<>();
    for (int i = 1; i < ResolutionBudget.MAX_TRUST_MARKS; i++) {
      marks.add(bad);
    }
    marks.add(mark().token());
    show(marks.toArray(new String[0]));
    assertThat(resolve().trustMarks()).hasSize(1);
    marks.add(0, bad);
    show(marks.toArray(new String[0]));
    assertThat(resolve().trustMarks()).isEmpty();
  }

  @Test
  void validate_staticChain_believesMarksOfTheAnchorAndAsksNobody() {
    show(mark().put("iss", anchor.id().value()).signedBy(anchor.federationKey()).token());
    anchorNames(anchor);
    ChainResolver resolver = resolver(UnaryOperator.identity());
    List<String> whole = federation.chain(city, province, anchor);
    assertThat(resolver.validate(whole).trustMarks()).hasSize(1);
    assertThat(resolver.validate(whole.subList(0, 3)).trustMarks()).isEmpty();
    show(mark().token());
    anchorNames(auditor);
    assertThat(resolver.validate(federation.chain(city, province, anchor)).trustMarks()).isEmpty();
    assertThat(federation.asked()).isEmpty();
  }

  @Test
  void issue_markAndDelegation_areBelieved() {
    FederationKeys auditorKeys = FederationKeys.of(auditor.federationKey());
    String delegation =
        new TrustMarkDelegationIssuer(
                owner.id(), FederationKeys.of(owner.federationKey()), federation.clock())
            .issue(TYPE, auditor.id(), YEAR);
    TrustMarkIssuer issuer = new TrustMarkIssuer(auditor.id(), auditorKeys, federation.clock());
    anchorNames(auditor);
    show(issuer.issue(TYPE, city.id(), YEAR).token());
    assertThat(resolve().trustMarks().get(0).owner()).isEmpty();
    anchorNamesOwner(owner.federationKey());
    show(issuer.issue(TYPE, city.id(), YEAR, delegation).token());
    assertThat(resolve().trustMarks().get(0).owner()).contains(owner.id());
    assertThat(issuer).hasToString("trust mark issuer https://bssn.example");
    assertThatThrownBy(() -> issuer.issue(TYPE, city.id(), Duration.ofDays(401)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void verify_resolverOfAnotherAnchorsChain_isRefused() {
    anchorNames(auditor);
    PublishedTrustMark mark = new PublishedTrustMark(TYPE, mark().token());
    EntityConfiguration configuration =
        new EntityStatementVerifier(federation.clock())
            .configuration(anchor.configuration().token(), anchor.id(), anchor.keys());
    TrustMarkVerifier verifier = new TrustMarkVerifier(federation.clock());
    EntityId pinnedOnly = auditor.id();
    TrustResolver pinned =
        new PinnedEntities(
            List.of(
                new ResolvedEntity(
                    pinnedOnly, List.of(auditor.nodeKey().publicKey()), Instant.MAX)));
    refused(Reason.NOT_AUTHORISED, () -> verifier.verify(mark, city.id(), configuration, pinned));
    ChainResolver auditorAsAnchor = federation.resolver(auditor).build();
    refused(
        Reason.NOT_AUTHORISED,
        () -> verifier.verify(mark, city.id(), configuration, auditorAsAnchor));
    ChainResolver right = federation.resolver(anchor).build();
    assertThat(verifier.verify(mark, city.id(), configuration, right).issuer())
        .isEqualTo(auditor.id());
  }
}
