package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChainResolverTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);
  private final Member agency = federation.add("https://dukcapil.jambikota.example", city);

  private ResolvedEntity resolve(Member member) {
    return federation.resolver(anchor).build().resolve(member.id());
  }

  private static JsonObject node(ResolvedEntity entity) {
    return (JsonObject) entity.metadata().get(EntityTypes.NODE).orElseThrow();
  }

  @Test
  void resolve_federationKeyAmongTheNodesKeys_isNotOneOfThem() {
    city.metadata(
        "simpul_node",
        JsonObject.builder().put("jwks", Draft.jwks(city.federationKey(), city.nodeKey())).build());
    assertThat(resolve(city).keys()).containsExactly(city.nodeKey().publicKey());
  }

  @Test
  void resolve_throughTwoIntermediates_isTrustedWithItsNodeKeys() {
    ResolvedEntity resolved = resolve(agency);
    assertThat(resolved.id()).isEqualTo(agency.id());
    assertThat(resolved.keys()).containsExactly(agency.nodeKey().publicKey());
    assertThat(resolved.key(agency.nodeKey().keyId())).isPresent();
    assertThat(resolved.key(agency.federationKey().keyId())).isEmpty();
    assertThat(resolved.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
    TrustChain chain = resolved.chain().orElseThrow();
    assertThat(chain.anchor()).isEqualTo(anchor.id());
    assertThat(chain.statements().stream().map(EntityStatement::toString))
        .containsExactly(
            "configuration of https://dukcapil.jambikota.example",
            "statement of https://jambikota.example about https://dukcapil.jambikota.example",
            "statement of https://jambiprov.example about https://jambikota.example",
            "statement of https://federasi.example about https://jambiprov.example",
            "configuration of https://federasi.example");
    assertThat(chain.subjectKeys().keys()).isEqualTo(agency.keys().keys());
    assertThat(chain.anchorConfiguration().orElseThrow().subject()).isEqualTo(anchor.id());
    assertThat(chain.tokens()).hasSize(5);
  }

  @Test
  void resolve_directlyBelowTheAnchor_isTrusted() {
    assertThat(resolve(province).chain().orElseThrow().statements()).hasSize(3);
    assertThat(federation.asked())
        .containsExactly(
            "https://jambiprov.example",
            "https://federasi.example",
            "https://federasi.example https://jambiprov.example");
  }

  @Test
  void resolve_theAnchorItself_isTrustedByItsPinnedKey() {
    ResolvedEntity resolved = resolve(anchor);
    assertThat(resolved.chain().orElseThrow().statements()).hasSize(1);
    assertThat(resolved.chain().orElseThrow().subjectKeys().keys()).isEqualTo(anchor.keys().keys());
  }

  @Test
  void resolve_noNode_hasNoKeysForMessages() {
    agency.configuration().putJson("metadata", "{\"federation_entity\":{}}");
    assertThat(resolve(agency).keys()).isEmpty();
  }

  @Test
  void resolve_twoAnchors_takesTheNearerAndTheOneAsked() {
    Member national = federation.add("https://nasional.example");
    anchor.configuration().put("authority_hints", List.of(national.id().value()));
    national.about(anchor);
    ChainResolver resolver = federation.resolver(national, anchor).build();
    assertThat(resolver.resolve(city.id()).chain().orElseThrow().anchor()).isEqualTo(anchor.id());
    ResolvedEntity byNational = resolver.resolve(city.id(), national.id());
    assertThat(byNational.chain().orElseThrow().anchor()).isEqualTo(national.id());
    assertThat(resolver.known(city.id(), national.id())).contains(byNational);
    assertThat(resolver.known(province.id(), national.id())).isEmpty();
    refused(Reason.UNKNOWN_ENTITY, () -> resolver.resolve(city.id(), province.id()));
  }

  @Test
  void resolve_nearAnchorDoesNotHold_goesOnToTheOneAbove() {
    Member national = federation.add("https://nasional.example");
    anchor.configuration().put("authority_hints", List.of(national.id().value()));
    national.about(anchor);
    TrustAnchor mistaken = new TrustAnchor(anchor.id(), city.keys());
    ChainResolver resolver =
        ChainResolver.builder(List.of(mistaken, national.pinned()), federation)
            .clock(federation.clock())
            .build();
    assertThat(resolver.resolve(city.id()).chain().orElseThrow().anchor()).isEqualTo(national.id());
  }

  @Test
  void resolve_oneSuperiorDoesNotHold_goesTheOtherWay() {
    Member other = federation.add("https://lain.example", anchor);
    other.about(city);
    city.configuration().put("authority_hints", List.of(other.id().value(), province.id().value()));
    for (Runnable fault : faults(other)) {
      fault.run();
      TrustChain chain = resolve(city).chain().orElseThrow();
      assertThat(chain.statements().get(1).issuer()).isEqualTo(province.id());
    }
  }

  private List<Runnable> faults(Member other) {
    return List.of(
        () -> other.about(city).forgedBy(Member.newKey()),
        () -> other.forget(city),
        () -> anchor.about(other).putJson("constraints", "{\"max_path_length\":-1}"),
        () -> anchor.forget(other),
        () -> other.configuration().without("exp"),
        () -> federation.serve(other, "nonsense"));
  }

  @Test
  void resolve_expiresWithTheFirstStatementThatDoes() {
    List<Draft> statements =
        List.of(
            city.configuration(),
            province.about(city),
            anchor.about(province),
            anchor.configuration());
    Duration shorter = Duration.ofDays(6);
    for (Draft statement : statements) {
      statement.lifetime(shorter);
      assertThat(resolve(city).expiresAt()).isEqualTo(FederationFixture.NOW.plus(shorter));
      shorter = shorter.minus(Duration.ofDays(1));
    }
  }

  @Test
  void resolve_anIntermediateConfigurationRunsOutEarlier_doesNotMatter() {
    province.configuration().lifetime(Duration.ofHours(1));
    assertThat(resolve(city).expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofDays(7)));
  }

  /** Each link forged: signed by somebody else, with and without saying so. */
  static Stream<Arguments> forgeries() {
    return Stream.<Consumer<Draft>>of(
            draft -> draft.forgedBy(Member.newKey()), draft -> draft.signedBy(Member.newKey()))
        .flatMap(forge -> Stream.of(0, 1, 2, 3).map(link -> Arguments.of(link, forge)));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void resolve_oneLinkForged_isRefusedAndNamed(int link, Consumer<Draft> forge) {
    List<Draft> links =
        List.of(
            city.configuration(),
            province.about(city),
            anchor.about(province),
            anchor.configuration());
    List<String> names =
        List.of(
            "configuration of https://jambikota.example",
            "statement of https://jambiprov.example about https://jambikota.example",
            "statement of https://federasi.example about https://jambiprov.example",
            "configuration of https://federasi.example");
    forge.accept(links.get(link));
    assertThatThrownBy(() -> resolve(city))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> {
              assertThat(e.reason()).isIn(Reason.SIGNATURE_INVALID, Reason.UNKNOWN_KEY);
              assertThat(e).hasMessageStartingWith(names.get(link));
            });
  }

  @Test
  void resolve_keysOfAnotherUnderTheSameName_isRefused() {
    SigningKey forger = Member.newKey();
    JsonObject jwk =
        JsonObject.builder()
            .putAll((JsonObject) Draft.jwks(forger).get("keys").map(JsonSteps::first).orElseThrow())
            .put("kid", city.federationKey().keyId())
            .build();
    city.configuration()
        .put("jwks", Draft.object("{\"keys\":[%s]}".formatted(JsonSteps.text(jwk))))
        .forgedBy(forger);
    refused(Reason.UNKNOWN_KEY, () -> resolve(city));
  }

  @Test
  void resolve_superiorRollsItsKeyOver_holdsAtEveryStep() {
    SigningKey fresh = Member.newKey();
    SigningKey old = province.federationKey();
    province.configuration().putKeys("jwks", old, fresh);
    resolve(city);
    anchor.about(province).putKeys("jwks", old, fresh);
    resolve(city);
    province.about(city).signedBy(fresh);
    resolve(city);
    province.configuration().putKeys("jwks", fresh).signedBy(fresh);
    anchor.about(province).putKeys("jwks", fresh);
    resolve(city);
    province.about(city).signedBy(old);
    refused(Reason.UNKNOWN_KEY, () -> resolve(city));
  }

  @Test
  void resolve_subjectRollsItsKeyOver_countsWhatBothList() {
    SigningKey fresh = Member.newKey();
    SigningKey old = city.federationKey();
    city.configuration().putKeys("jwks", old, fresh);
    TrustChain before = resolve(city).chain().orElseThrow();
    assertThat(before.subjectKeys().find(fresh.keyId())).isEmpty();
    province.about(city).putKeys("jwks", old, fresh);
    city.configuration().signedBy(fresh);
    TrustChain during = resolve(city).chain().orElseThrow();
    assertThat(during.subjectKeys().keys()).hasSize(2);
    city.configuration().putKeys("jwks", fresh);
    TrustChain after = resolve(city).chain().orElseThrow();
    assertThat(after.subjectKeys().find(old.keyId())).isEmpty();
  }

  @Test
  void resolve_anchorRollsItsKeyOver_needsTheNewOnePinned() {
    SigningKey fresh = Member.newKey();
    SigningKey old = anchor.federationKey();
    anchor.configuration().putKeys("jwks", old, fresh);
    resolve(city);
    anchor.about(province).signedBy(fresh);
    refused(Reason.UNKNOWN_KEY, () -> resolve(city));
    TrustAnchor both =
        new TrustAnchor(anchor.id(), FederationKeys.of(old).publish(fresh.publicKey()).published());
    ChainResolver repinned =
        ChainResolver.builder(List.of(both), federation).clock(federation.clock()).build();
    repinned.resolve(city.id());
    anchor.configuration().signedBy(fresh).putKeys("jwks", fresh);
    repinned.resolve(agency.id());
    anchor.about(province).signedBy(old);
    refused(Reason.UNKNOWN_KEY, () -> repinned.resolve(province.id()));
  }

  @Test
  void resolve_hintsToNobodyOfOurs_isNoChain() {
    Member stranger = federation.add("https://lain.example");
    city.configuration().put("authority_hints", List.of(stranger.id().value()));
    refused(Reason.NO_CHAIN, () -> resolve(city));
    refused(Reason.NO_CHAIN, () -> resolve(stranger));
  }

  @Test
  void resolve_nobodyThere_isUnreachable() {
    TrustException refusal =
        refused(
            Reason.UNREACHABLE,
            () -> federation.resolver(anchor).build().resolve(new EntityId("https://x.example")));
    assertThat(refusal).hasMessageContaining("https://x.example");
    province.forget(city);
    refused(Reason.NO_CHAIN, () -> resolve(city));
  }

  @Test
  void resolve_superiorWithoutFetchEndpoint_isRefused() {
    province.configuration().putJson("metadata", "{\"federation_entity\":{}}");
    refused(Reason.MALFORMED, () -> resolve(city));
    province.configuration().without("metadata");
    refused(Reason.MALFORMED, () -> resolve(city));
  }

  @Test
  void resolve_statementsFromTheSamePlace_areFetchedOnce() {
    resolve(agency);
    assertThat(federation.asked()).doesNotHaveDuplicates().hasSize(7);
  }

  @Test
  void resolve_loopbackNames_areForDevelopmentAlone() {
    Member local = federation.add("http://localhost:8081", anchor);
    refused(Reason.NOT_ALLOWED, () -> resolve(local));
    assertThat(federation.asked()).isEmpty();
    LoopbackPolicy development = LoopbackPolicy.allowInsecureLoopbackForDevelopment();
    ChainResolver resolver = federation.resolver(anchor).loopback(development).build();
    assertThat(resolver.resolve(local.id()).id()).isEqualTo(local.id());
    Member localAnchor = federation.add("http://127.0.0.1:9000");
    refused(Reason.NOT_ALLOWED, () -> federation.resolver(localAnchor).build());
    federation.resolver(localAnchor).loopback(development).build();
  }

  @Test
  void resolve_fetchEndpointOnLoopback_isForDevelopmentAlone() {
    province.metadata(
        "federation_entity",
        Draft.object("{\"federation_fetch_endpoint\":\"http://localhost:8081/fetch\"}"));
    refused(Reason.NOT_ALLOWED, () -> resolve(city));
    assertThat(federation.asked()).doesNotContain("https://jambiprov.example https://x.example");
  }

  @Test
  void resolve_metadataOfTheSuperior_isSetInTheSubjectsStead() {
    agency.metadata("only_own", Draft.object("{\"a\":\"own\"}"));
    agency.metadata("both", Draft.object("{\"a\":\"own\",\"b\":\"own\"}"));
    city.about(agency)
        .putJson("metadata", "{\"both\":{\"a\":\"set\"},\"only_superior\":{\"a\":\"set\"}}");
    province.about(city).putJson("metadata", "{\"both\":{\"b\":\"of another\"}}");
    JsonObject metadata = resolve(agency).metadata();
    assertThat(metadata.get("both")).contains(Draft.json("{\"a\":\"set\",\"b\":\"own\"}"));
    assertThat(metadata.get("only_own")).contains(Draft.json("{\"a\":\"own\"}"));
    assertThat(metadata.members()).doesNotContainKey("only_superior");
  }

  @Test
  void resolve_policies_areMergedFromTheTopAndApplied() {
    agency.metadata(
        "simpul_node", Draft.object("{\"formats\":[\"json\",\"xml\",\"csv\"],\"name\":\"D\"}"));
    anchor
        .about(province)
        .putJson(
            "metadata_policy",
            "{\"simpul_node\":{\"formats\":{\"subset_of\":[\"json\",\"xml\"]},"
                + "\"region\":{\"default\":\"15\"}}}");
    province
        .about(city)
        .putJson("metadata_policy", "{\"simpul_node\":{\"formats\":{\"subset_of\":[\"json\"]}}}");
    city.about(agency).putJson("metadata", "{\"simpul_node\":{\"name\":\"Dukcapil\"}}");
    assertThat(node(resolve(agency)))
        .isEqualTo(Draft.json("{\"formats\":[\"json\"],\"name\":\"Dukcapil\",\"region\":\"15\"}"));
  }

  @Test
  void resolve_policySetsTheKeysOfANode_countsWhatIsResolved() {
    SigningKey given = Member.newKey();
    anchor
        .about(province)
        .putJson(
            "metadata_policy",
            "{\"simpul_node\":{\"jwks\":{\"value\":%s}}}"
                .formatted(JsonSteps.text(Draft.jwks(given))));
    assertThat(resolve(city).keys()).containsExactly(given.publicKey());
  }

  @Test
  void resolve_metadataAgainstThePolicy_isRefusedAndTheSubjectNamed() {
    anchor
        .about(province)
        .putJson("metadata_policy", "{\"simpul_node\":{\"region\":{\"essential\":true}}}");
    TrustException refusal = refused(Reason.POLICY_VIOLATED, () -> resolve(city));
    assertThat(refusal).hasMessageStartingWith("configuration of https://jambikota.example");
  }

  @Test
  void resolve_policiesThatContradict_isRefusedAndTheLowerNamed() {
    anchor
        .about(province)
        .putJson("metadata_policy", "{\"simpul_node\":{\"name\":{\"value\":\"A\"}}}");
    province
        .about(city)
        .putJson("metadata_policy", "{\"simpul_node\":{\"name\":{\"value\":\"B\"}}}");
    TrustException refusal = refused(Reason.POLICY_VIOLATED, () -> resolve(city));
    assertThat(refusal)
        .hasMessageStartingWith("statement of https://jambiprov.example about https://jambikota");
  }

  @Test
  void resolve_operatorCriticalInAnyStatement_isRefused() {
    anchor.about(province).putJson("metadata_policy_crit", "[\"regexp\"]");
    refused(Reason.POLICY_VIOLATED, () -> resolve(city));
    anchor.about(province).without("metadata_policy_crit");
    province.about(city).putJson("metadata_policy_crit", "[\"regexp\"]");
    refused(Reason.POLICY_VIOLATED, () -> resolve(city));
    province.about(city).without("metadata_policy_crit");
    resolve(city);
  }

  @Test
  void resolve_pathLengthOfEachStatement_countsIntermediatesBelowItsIssuer() {
    anchor.about(province).putJson("constraints", "{\"max_path_length\":2}");
    province.about(city).putJson("constraints", "{\"max_path_length\":1}");
    city.about(agency).putJson("constraints", "{\"max_path_length\":0}");
    resolve(agency);
    province.about(city).putJson("constraints", "{\"max_path_length\":0}");
    TrustException refusal = refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(agency));
    assertThat(refusal)
        .hasMessageStartingWith("statement of https://jambiprov.example about https://jambikota");
    resolve(city);
    province.about(city).without("constraints");
    anchor.about(province).putJson("constraints", "{\"max_path_length\":1}");
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(agency));
    resolve(city);
  }

  @Test
  void resolve_namesOfEachStatement_holdForEverybodyBelowItsIssuer() {
    String permitted = "{\"naming_constraints\":{\"permitted\":[\".jambikota.example\"]}}";
    city.about(agency).putJson("constraints", permitted);
    resolve(agency);
    province.about(city).putJson("constraints", permitted);
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(agency));
    province.about(city).without("constraints");
    String excluded = "{\"naming_constraints\":{\"excluded\":[\"jambiprov.example\"]}}";
    anchor.about(province).putJson("constraints", excluded);
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(agency));
    anchor.about(province).putJson("constraints", excluded.replace("jambiprov", "federasi"));
    resolve(agency);
  }

  @Test
  void resolve_typesOfEachStatement_areTakenAwayBeforePolicies() {
    anchor.about(province).putJson("constraints", "{\"allowed_entity_types\":[]}");
    anchor
        .about(province)
        .putJson("metadata_policy", "{\"simpul_node\":{\"region\":{\"essential\":true}}}");
    ResolvedEntity resolved = resolve(city);
    assertThat(resolved.metadata().members()).containsOnlyKeys("federation_entity");
    assertThat(resolved.keys()).isEmpty();
  }

  @Test
  void resolve_nodeKeysThatAreNone_isRefused() {
    city.metadata("simpul_node", Draft.object("{\"jwks\":{\"keys\":[]}}"));
    refused(Reason.MALFORMED, () -> resolve(city));
  }

  @Test
  void build_withoutOrWithDoubledAnchors_isAMistakeOfTheCaller() {
    assertThatThrownBy(() -> federation.resolver().build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> federation.resolver(anchor, anchor).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> federation.resolver(anchor).cacheSize(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> federation.resolver(anchor).refreshAfter(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
