package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was found wrong with other resolvers; each stays found here. */
class DefectsOfPeersTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);

  private ResolvedEntity resolve(Member member) {
    return federation.resolver(anchor).build().resolve(member.id());
  }

  @Test
  void resolve_twoHopsWithoutHintsInTheStatements_isTrustedAsTheStandardHasIt() {
    assertThat(resolve(city).chain().orElseThrow().statements()).hasSize(4);
    anchor.about(province).put("authority_hints", List.of(anchor.id().value()));
    refused(Reason.NOT_ALLOWED, () -> resolve(city));
  }

  @Test
  void resolve_loopOfTwoIntermediates_endsAfterThreeFetches() {
    Member other = federation.add("https://lain.example");
    province.configuration().put("authority_hints", List.of(other.id().value()));
    other.configuration().put("authority_hints", List.of(province.id().value()));
    refused(Reason.NO_CHAIN, () -> resolve(city));
    assertThat(federation.asked()).hasSize(3);
  }

  @Test
  void resolve_aThousandHints_endsAfterNineFetches() {
    List<String> hints = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      hints.add("https://h" + i + ".example");
    }
    city.configuration().put("authority_hints", hints);
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(city));
    assertThat(federation.asked()).hasSize(9);
  }

  @Test
  void resolve_constraintsOfTheAnchor_areKept() {
    anchor.about(province).putJson("constraints", "{\"max_path_length\":0}");
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(city));
    anchor
        .about(province)
        .putJson("constraints", "{\"naming_constraints\":{\"permitted\":[\".go.id\"]}}");
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolve(city));
    anchor.about(province).without("constraints").putJson("crit", "[\"unheard_of\"]");
    refused(Reason.NOT_ALLOWED, () -> resolve(city));
    anchor.about(province).without("crit");
    resolve(city);
  }

  @Test
  void resolve_anchorUnderAnotherKey_isNotTrustedOnFirstUse() {
    Member impostor = new FederationFixture().add(anchor.id().value());
    federation.serve(anchor, impostor.configuration().token());
    refused(Reason.UNKNOWN_KEY, () -> resolve(city));
    refused(Reason.UNKNOWN_KEY, () -> resolve(anchor));
  }

  @Test
  void resolve_chainRunsOut_withTheFirstStatementAndNotTheLast() {
    province.about(city).lifetime(Duration.ofHours(1));
    assertThat(resolve(city).expiresAt())
        .isEqualTo(FederationFixture.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void resolve_noEntityTypesAllowed_removesAllButTheFederationEntity() {
    anchor.about(province).putJson("constraints", "{\"allowed_entity_types\":[]}");
    assertThat(resolve(city).metadata().members()).containsOnlyKeys("federation_entity");
  }
}
