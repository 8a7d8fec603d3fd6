package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonString;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ChainReport.State;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainReportTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);

  private ChainReport explain() {
    return federation.resolver(anchor).build().explain(city.id());
  }

  private List<State> states(int attempt) {
    return explain().attempts().get(attempt).links().stream().map(ChainReport.Link::state).toList();
  }

  @Test
  void explain_trusted_showsEachLinkItsKeyAndItsEnd() {
    anchor.about(province).lifetime(Duration.ofDays(2));
    ChainReport report = explain();
    assertThat(report.subject()).isEqualTo(city.id());
    assertThat(report.trustedUntil()).contains(FederationFixture.NOW.plus(Duration.ofDays(2)));
    assertThat(report.problem()).isEmpty();
    assertThat(report.toText())
        .isEqualTo(
            """
            https://jambikota.example is trusted until 2026-11-23T03:00:00Z.

            Chain 1 holds:
              1. https://jambikota.example about itself
                 holds until 2026-11-28T03:00:00Z, signed with CITY
              2. https://jambiprov.example about https://jambikota.example
                 holds until 2026-11-28T03:00:00Z, signed with PROVINCE
              3. https://federasi.example about https://jambiprov.example
                 holds until 2026-11-23T03:00:00Z, signed with ANCHOR
              4. https://federasi.example about itself
                 holds until 2026-11-28T03:00:00Z, signed with ANCHOR
            """
                .replace("CITY", city.federationKey().keyId())
                .replace("PROVINCE", province.federationKey().keyId())
                .replace("ANCHOR", anchor.federationKey().keyId()));
  }

  @Test
  void explain_forged_showsTheLinkTheRuleAndWhatToDo() {
    province.about(city).forgedBy(Member.newKey());
    ChainReport report = explain();
    assertThat(report.trustedUntil()).isEmpty();
    assertThat(report.problem().orElseThrow().reason()).isEqualTo(Reason.SIGNATURE_INVALID);
    assertThat(report.problem().orElseThrow().fault().code())
        .isEqualTo("identity.trust.signature-invalid");
    assertThat(report.toText())
        .startsWith("https://jambikota.example is NOT trusted.\n")
        .contains(
            """
              2. https://jambiprov.example about https://jambikota.example
                 FAILS; says that it holds until 2026-11-28T03:00:00Z, signed with PROVINCE
                 statement of https://jambiprov.example about https://jambikota.example, \
            entity-statement+jwt: does not fit header and payload, at signature.
                 What now: Find what changed the message on its way. \
            [identity.trust.signature-invalid]
            """
                .replace("PROVINCE", province.federationKey().keyId()))
        .contains("1. https://jambikota.example about itself\n     not checked; says");
    assertThat(states(0)).containsExactly(State.UNCHECKED, State.FAILED, State.HOLDS, State.HOLDS);
  }

  @Test
  void explain_policyNotKept_saysSoOfTheSubject() {
    anchor
        .about(province)
        .putJson("metadata_policy", "{\"simpul_node\":{\"region\":{\"essential\":true}}}");
    assertThat(states(0)).containsExactly(State.FAILED, State.HOLDS, State.HOLDS, State.HOLDS);
    assertThat(explain().toText()).contains("simpul_node.region.essential");
  }

  @Test
  void explain_statementMissing_saysWhoDidNotAnswer() {
    anchor.forget(province);
    assertThat(states(0))
        .containsExactly(State.UNCHECKED, State.UNCHECKED, State.FAILED, State.UNCHECKED);
    assertThat(explain().attempts().get(0).links().get(2).signature()).isNull();
    assertThat(explain().toText())
        .contains("  3. https://federasi.example about https://jambiprov.example\n     FAILS\n");
  }

  @Test
  void explain_noWay_listsTheDeadEnds() {
    Member stranger = federation.add("https://lain.example");
    city.configuration()
        .put(
            "authority_hints",
            List.of(stranger.id().value(), "https://mati.example", city.id().value()));
    ChainReport report = explain();
    assertThat(report.attempts()).isEmpty();
    assertThat(report.deadEnds().stream().map(ChainReport.Problem::reason))
        .containsExactly(Reason.NO_CHAIN, Reason.NO_CHAIN, Reason.UNREACHABLE);
    assertThat(report.problem().orElseThrow().reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(report.toText())
        .contains("Ways that led nowhere:")
        .contains("https://lain.example: names nobody above it and is no anchor of ours")
        .contains("https://jambikota.example: stands above itself, which is a loop");
  }

  @Test
  void explain_twoChains_showsBoth() {
    Member other = federation.add("https://lain.example", anchor);
    other.about(city).forgedBy(Member.newKey());
    city.configuration().put("authority_hints", List.of(other.id().value(), province.id().value()));
    ChainReport report = explain();
    assertThat(report.trustedUntil()).isPresent();
    assertThat(report.attempts()).hasSize(2);
    assertThat(report.toText())
        .contains("is trusted until")
        .contains("Chain 1 does not hold:")
        .contains("Chain 2 holds:");
  }

  @Test
  void explain_keyIdThatSteersATerminal_isShownHarmless() {
    city.configuration().header("kid", new JsonString("\u001b[2J\nroot@example\u202e"));
    String text = explain().toText();
    assertThat(text).contains("?[2J?root@example?").doesNotContain("\u001b");
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }

  @Test
  void explain_whateverIsKept_asksAgainAndKeepsNothing() {
    ChainResolver resolver = federation.resolver(anchor).build();
    resolver.resolve(city.id());
    int before = federation.asked().size();
    resolver.explain(city.id());
    assertThat(federation.asked()).hasSize(2 * before);
    resolver.explain(province.id());
    assertThat(resolver.known(province.id())).isEmpty();
  }

  @Test
  void explain_moreDeadEndsThanAnybodyReads_showsSomeOfThem() {
    List<String> nobody = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Member crowd = federation.add("https://h" + i + ".example");
      nobody.add(crowd.id().value());
      List<String> more = new ArrayList<>();
      for (int j = 0; j < 8; j++) {
        more.add("https://h" + i + j + ".example");
      }
      crowd.configuration().put("authority_hints", more);
    }
    city.configuration().put("authority_hints", nobody);
    assertThat(explain().deadEnds()).hasSize(ChainReport.MAX_NOTES);
  }

  @Test
  void explain_anything_showsNoValueOfAnyClaim() {
    city.configuration().putJson("nik", "\"1571010101010001\"");
    city.metadata("simpul_node", Draft.object("{\"n\":\"rahasia\"}"));
    province.about(city).putJson("crit", "[\"rahasia\"]");
    ChainReport report = explain();
    assertThat(report.toText() + report + report.attempts() + report.deadEnds())
        .doesNotContain("1571010101010001")
        .doesNotContain("rahasia");
  }
}
