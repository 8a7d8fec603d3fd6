package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonString;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains that come as a list: nothing is ever fetched. */
class StaticChainTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member province = federation.add("https://jambiprov.example", anchor);
  private final Member city = federation.add("https://jambikota.example", province);
  private final ChainResolver resolver = federation.resolver(anchor).build();

  @AfterEach
  void nothingWasFetched() {
    assertThat(federation.asked()).isEmpty();
  }

  private List<String> chain() {
    return new ArrayList<>(federation.chain(city, province, anchor));
  }

  private void refusedChain(Reason reason, List<String> tokens) {
    refused(reason, () -> resolver.validate(tokens));
  }

  @Test
  void validate_wholeChain_isTrustedAndNotKept() {
    ResolvedEntity resolved = resolver.validate(chain());
    assertThat(resolved.id()).isEqualTo(city.id());
    assertThat(resolved.keys()).containsExactly(city.nodeKey().publicKey());
    assertThat(resolved.chain().orElseThrow().statements()).hasSize(4);
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void validate_itsOwnTokens_isTrustedAgain() {
    TrustChain chain = resolver.validate(chain()).chain().orElseThrow();
    assertThat(resolver.validate(chain.tokens()).chain().orElseThrow().tokens())
        .isEqualTo(chain.tokens());
  }

  @Test
  void validate_withoutTheAnchorsConfiguration_isTrusted() {
    TrustChain chain = resolver.validate(chain().subList(0, 3)).chain().orElseThrow();
    assertThat(chain.anchor()).isEqualTo(anchor.id());
    assertThat(chain.anchorConfiguration()).isEmpty();
  }

  @Test
  void validate_theAnchorAlone_isTrusted() {
    assertThat(resolver.validate(federation.chain(anchor)).id()).isEqualTo(anchor.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void validate_threeOrFourIntermediates_isTrustedOrBeyondTheBudget(int intermediates) {
    List<Member> upwards = new ArrayList<>(List.of(anchor));
    for (int i = 0; i <= intermediates; i++) {
      upwards.add(federation.add("https://i" + i + ".example", upwards.get(i)));
    }
    Collections.reverse(upwards);
    List<String> tokens = federation.chain(upwards.toArray(new Member[0]));
    List<String> bare = tokens.subList(0, tokens.size() - 1);
    if (intermediates <= ResolutionBudget.MAX_PATH_LENGTH) {
      assertThat(resolver.validate(tokens).chain().orElseThrow().statements()).hasSize(6);
      assertThat(resolver.validate(bare).chain().orElseThrow().statements()).hasSize(5);
    } else {
      refusedChain(Reason.BUDGET_EXCEEDED, tokens);
      refusedChain(Reason.BUDGET_EXCEEDED, bare);
    }
  }

  @Test
  void validate_nothing_isRefused() {
    refusedChain(Reason.BUDGET_EXCEEDED, List.of());
    refusedChain(Reason.MALFORMED, List.of("nonsense"));
  }

  @Test
  void validate_anyTwoSwapped_isRefused() {
    for (int one = 0; one < 4; one++) {
      for (int other = one + 1; other < 4; other++) {
        List<String> tokens = chain();
        Collections.swap(tokens, one, other);
        List<String> swapped = tokens;
        assertThatThrownBy(() -> resolver.validate(swapped)).isInstanceOf(TrustException.class);
      }
    }
  }

  @Test
  void validate_anyOneMissingButTheLast_isRefused() {
    for (int missing = 0; missing < 3; missing++) {
      List<String> tokens = chain();
      tokens.remove(missing);
      List<String> rest = tokens;
      assertThatThrownBy(() -> resolver.validate(rest)).isInstanceOf(TrustException.class);
    }
  }

  @Test
  void validate_withoutWhatTheSubjectSaysOfItself_isMalformed() {
    refusedChain(Reason.MALFORMED, chain().subList(1, 4));
  }

  @Test
  void validate_oneThatIsNoToken_isNamedByItsPlace() {
    List<String> tokens = chain();
    tokens.set(1, "no token");
    TrustException refusal = refused(Reason.MALFORMED, () -> resolver.validate(tokens));
    assertThat(refusal.fault().who()).isEqualTo("statement 2 of the chain");
  }

  @Test
  void validate_keyNameAtTheLimitAndOnePast_isUnknownAndMalformed() {
    String longest = "k".repeat(PublicJwk.MAX_KID_LENGTH);
    city.configuration().header("kid", new JsonString(longest));
    refusedChain(Reason.UNKNOWN_KEY, chain());
    city.configuration().header("kid", new JsonString(longest + "k"));
    refusedChain(Reason.MALFORMED, chain());
  }

  @Test
  void validate_anyOneTwice_isRefused() {
    for (int doubled = 0; doubled < 4; doubled++) {
      List<String> tokens = chain();
      tokens.add(doubled, tokens.get(doubled));
      List<String> twice = tokens;
      assertThatThrownBy(() -> resolver.validate(twice)).isInstanceOf(TrustException.class);
    }
    List<String> anchorTwice = new ArrayList<>(federation.chain(anchor));
    anchorTwice.addAll(federation.chain(anchor));
    refusedChain(Reason.NO_CHAIN, anchorTwice);
  }

  @Test
  void validate_aLoopWithGoodSignatures_isRefused() {
    List<String> tokens =
        List.of(
            city.configuration().token(),
            province.about(city).token(),
            city.about(province).token(),
            province.about(city).token(),
            anchor.about(province).token());
    refusedChain(Reason.NO_CHAIN, tokens);
  }

  @Test
  void validate_theAnchorBelowItself_isRefused() {
    anchor.configuration().put("authority_hints", List.of(province.id().value()));
    List<String> tokens =
        List.of(
            anchor.configuration().token(),
            province.about(anchor).token(),
            anchor.about(province).token());
    refusedChain(Reason.NO_CHAIN, tokens);
  }

  @Test
  void validate_endingAtNobodyOfOurs_isNoChain() {
    refusedChain(Reason.NO_CHAIN, chain().subList(0, 2));
    refusedChain(Reason.NO_CHAIN, federation.chain(city));
  }

  @Test
  void validate_bySomebodyTheSubjectDoesNotName_isRefused() {
    anchor.about(city);
    refusedChain(Reason.WRONG_SIGNER, federation.chain(city, anchor));
    city.configuration().without("authority_hints");
    refusedChain(Reason.WRONG_SIGNER, chain());
  }

  @Test
  void validate_oneStatementRunOut_isRefused() {
    List<String> tokens = chain();
    federation.clock().advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(resolver.validate(tokens).expiresAt())
        .isEqualTo(federation.clock().instant().plusSeconds(1));
    federation.clock().advance(Duration.ofSeconds(1));
    refusedChain(Reason.EXPIRED, tokens);
  }

  @Test
  void validate_statementsOfTwoFederationsMixed_isRefused() {
    FederationFixture other = new FederationFixture();
    Member otherAnchor = other.add("https://federasi.example");
    Member otherProvince = other.add("https://jambiprov.example", otherAnchor);
    List<String> tokens = chain();
    tokens.set(2, otherAnchor.about(otherProvince).token());
    refusedChain(Reason.UNKNOWN_KEY, tokens);
    tokens = chain();
    tokens.set(1, otherProvince.about(city).token());
    refusedChain(Reason.UNKNOWN_KEY, tokens);
  }

  @Test
  void validate_cheapRuleAndSignatureBroken_findsTheCheapOneFirst() {
    city.configuration().forgedBy(Member.newKey());
    anchor.about(province).forgedBy(Member.newKey());
    province.about(city).putJson("constraints", "{\"naming_constraints\":{\"permitted\":[]}}");
    refusedChain(Reason.CONSTRAINT_VIOLATED, chain());
    province.about(city).without("constraints");
    refusedChain(Reason.SIGNATURE_INVALID, chain());
  }

  @Test
  void validate_namesOnLoopback_areForDevelopmentAlone() {
    Member local = federation.add("http://localhost:8081", anchor);
    List<String> tokens = federation.chain(local, anchor);
    refusedChain(Reason.NOT_ALLOWED, tokens);
    ChainResolver development =
        federation
            .resolver(anchor)
            .loopback(LoopbackPolicy.allowInsecureLoopbackForDevelopment())
            .build();
    assertThat(development.validate(tokens).id()).isEqualTo(local.id());
  }
}
