package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Cost;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs no honest federation has: each resolution ends within its budget, and says why. */
@Timeout(20)
class HostileGraphsTest {
  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");

  private ResolvedEntity resolve(Member member) {
    return federation.resolver(anchor).build().resolve(member.id());
  }

  private static void names(Member member, List<Member> superiors) {
    member
        .configuration()
        .put("authority_hints", superiors.stream().map(m -> m.id().value()).toList());
    superiors.forEach(superior -> superior.about(member));
  }

  private List<Member> members(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> federation.add("https://" + name + i + ".example"))
        .toList();
  }

  @Test
  void resolve_twoIntermediatesAboveEachOther_isNoChainAfterThreeFetches() {
    Member one = federation.add("https://satu.example");
    Member two = federation.add("https://dua.example");
    names(one, List.of(two));
    names(two, List.of(one));
    Member leaf = federation.add("https://daun.example", one);
    refused(Reason.NO_CHAIN, () -> resolve(leaf));
    assertThat(federation.asked()).hasSize(3);
  }

  @Test
  void resolve_loopBesideAWay_takesTheWay() {
    Member one = federation.add("https://satu.example");
    Member two = federation.add("https://dua.example");
    names(one, List.of(two));
    names(two, List.of(one, anchor));
    Member leaf = federation.add("https://daun.example", one);
    assertThat(resolve(leaf).chain().orElseThrow().statements()).hasSize(5);
  }

  @Test
  void resolve_entityAboveItself_isNoChain() {
    Member self = federation.add("https://sendiri.example");
    self.configuration().put("authority_hints", List.of(self.id().value()));
    refused(Reason.NO_CHAIN, () -> resolve(self));
    assertThat(federation.asked()).hasSize(1);
  }

  @Test
  void resolve_aThousandHints_asksEightOfThem() {
    List<String> hints = new ArrayList<>();
    IntStream.range(0, 1000).forEach(i -> hints.add("https://h" + i + ".example"));
    Member leaf = federation.add("https://daun.example");
    leaf.configuration().put("authority_hints", hints);
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    assertThat(federation.asked()).hasSize(1 + ResolutionBudget.MAX_HINTS);
  }

  @Test
  void resolve_tenThousandHints_isRefusedByItsLengthAndCostsLittle() {
    List<String> hints = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> hints.add("https://h" + i + ".example"));
    Member leaf = federation.add("https://daun.example");
    leaf.configuration().put("authority_hints", hints);
    Cost.bounded(() -> refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf)));
    assertThat(federation.asked()).hasSize(1);
  }

  @Test
  void resolve_anAnchorAmongAThousandHints_isAskedFirst() {
    List<String> hints = new ArrayList<>();
    IntStream.range(0, 999).forEach(i -> hints.add("https://h" + i + ".example"));
    hints.add(anchor.id().value());
    Member leaf = federation.add("https://daun.example", anchor);
    leaf.configuration().put("authority_hints", hints);
    assertThat(resolve(leaf).chain().orElseThrow().statements()).hasSize(3);
    assertThat(federation.asked()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9})
  void resolve_theWayIsTheEighthOrNinthHint_isFoundOrBeyondTheBudget(int position) {
    List<Member> superiors = new ArrayList<>(members("h", position - 1));
    superiors.add(federation.add("https://jalan.example", anchor));
    Member leaf = federation.add("https://daun.example");
    names(leaf, superiors);
    if (position <= ResolutionBudget.MAX_HINTS) {
      assertThat(resolve(leaf).id()).isEqualTo(leaf.id());
    } else {
      refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void resolve_threeOrFourIntermediates_isTrustedOrBeyondTheBudget(int intermediates) {
    Member top = anchor;
    for (int i = 0; i < intermediates; i++) {
      top = federation.add("https://i" + i + ".example", top);
    }
    Member leaf = federation.add("https://daun.example", top);
    if (intermediates <= ResolutionBudget.MAX_PATH_LENGTH) {
      assertThat(resolve(leaf).chain().orElseThrow().statements())
          .hasSize(ResolutionBudget.MAX_STATEMENTS);
    } else {
      refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
      assertThat(federation.asked()).hasSize(1 + ResolutionBudget.MAX_PATH_LENGTH);
    }
  }

  @Test
  void resolve_tenThousandDeep_stopsAfterFour() {
    DeepFederation deep = new DeepFederation(10_000);
    ChainResolver resolver =
        ChainResolver.builder(List.of(anchor.pinned()), deep).clock(federation.clock()).build();
    refused(Reason.BUDGET_EXCEEDED, () -> resolver.resolve(deep.entity(0)));
    assertThat(deep.fetches).isEqualTo(4);
  }

  @Test
  void resolve_diamond_asksForEachStatementOnce() {
    Member top = federation.add("https://atas.example", anchor);
    Member left = federation.add("https://kiri.example", top);
    Member right = federation.add("https://kanan.example", top);
    Member leaf = federation.add("https://daun.example", left, right);
    assertThat(resolve(leaf).chain().orElseThrow().statements()).hasSize(5);
    assertThat(federation.asked()).doesNotHaveDuplicates();
  }

  @Test
  void resolve_diamondForgedOnOneSide_takesTheOtherAndAsksNothingTwice() {
    Member top = federation.add("https://atas.example", anchor);
    Member left = federation.add("https://kiri.example", top);
    Member right = federation.add("https://kanan.example", top);
    Member leaf = federation.add("https://daun.example", left, right);
    left.about(leaf).forgedBy(Member.newKey());
    TrustChain chain = resolve(leaf).chain().orElseThrow();
    assertThat(chain.statements().get(1).issuer()).isEqualTo(right.id());
    assertThat(federation.asked()).doesNotHaveDuplicates();
  }

  @Test
  void resolve_diamondsUponDiamonds_endsAfterTwentyFourFetches() {
    List<Member> lowest = members("a", 8);
    List<Member> middle = members("b", 8);
    List<Member> highest = members("c", 8);
    highest.forEach(member -> names(member, List.of(anchor)));
    middle.forEach(member -> names(member, highest));
    lowest.forEach(member -> names(member, middle));
    Member leaf = federation.add("https://daun.example");
    names(leaf, lowest);
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    assertThat(federation.asked()).hasSize(ResolutionBudget.MAX_FETCHES);
    assertThat(federation.asked()).doesNotHaveDuplicates();
  }

  @Test
  void resolve_twentyFourFetchesAndOneMore_isTrustedAndBeyondTheBudget() {
    assertThat(fetchesWithDeadEnds(2)).isEqualTo(ResolutionBudget.MAX_FETCHES);
    refused(Reason.BUDGET_EXCEEDED, () -> fetchesWithDeadEnds(3));
  }

  /** The way costs 7 fetches, and what is tried before it 15 and as many more as asked for. */
  private int fetchesWithDeadEnds(int more) {
    FederationFixture graph = new FederationFixture();
    Member top = graph.add("https://federasi.example");
    Member way = graph.add("https://jalan.example", graph.add("https://dua.example", top));
    Member leaf = graph.add("https://daun.example");
    List<Member> superiors = new ArrayList<>();
    for (int i = 0; i < ResolutionBudget.MAX_HINTS - 1; i++) {
      superiors.add(graph.add("https://h" + i + ".example"));
    }
    namesNobody(superiors.get(0), 8);
    namesNobody(superiors.get(1), more);
    superiors.add(way);
    names(leaf, superiors);
    graph.resolver(top).build().resolve(leaf.id());
    return graph.asked().size();
  }

  private static void namesNobody(Member member, int hints) {
    List<String> nobody = new ArrayList<>();
    for (int i = 0; i < hints; i++) {
      nobody.add(member.id() + "/" + i);
    }
    member.configuration().put("authority_hints", nobody);
  }

  @Test
  void resolve_everybodySlow_endsWithItsTime() {
    List<Member> superiors = members("h", 8);
    Member leaf = federation.add("https://daun.example");
    names(leaf, superiors);
    for (Member member : superiors) {
      federation.delay(member, ResolutionBudget.FETCH_TIMEOUT);
    }
    long began = federation.ticker().getAsLong();
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    assertThat(federation.asked()).hasSize(1 + 3);
    assertThat(Duration.ofNanos(federation.ticker().getAsLong() - began))
        .isLessThanOrEqualTo(ResolutionBudget.TIMEOUT.plus(ResolutionBudget.FETCH_TIMEOUT));
  }

  @Test
  void resolve_oneFetchAsLongAsAllowedAndLonger_isTakenAndNot() {
    Member leaf = federation.add("https://daun.example", anchor);
    federation.delay(leaf, ResolutionBudget.FETCH_TIMEOUT);
    resolve(leaf);
    federation.delay(leaf, ResolutionBudget.FETCH_TIMEOUT.plusNanos(1));
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
  }

  @Test
  void fetch_limits_areWhatIsLeft() {
    List<FetchLimits> given = new ArrayList<>();
    Member leaf = federation.add("https://daun.example", anchor);
    StatementFetcher recording =
        new StatementFetcher() {
          @Override
          public String configuration(EntityId entity, FetchLimits limits) {
            given.add(limits);
            federation.ticker().advance(Duration.ofMillis(1750));
            return federation.configuration(entity, limits);
          }

          @Override
          public String subordinate(
              URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
            given.add(limits);
            return federation.subordinate(endpoint, issuer, subject, limits);
          }
        };
    ChainResolver.builder(List.of(anchor.pinned()), recording)
        .clock(federation.clock())
        .ticker(federation.ticker())
        .build()
        .resolve(leaf.id());
    assertThat(given.stream().map(FetchLimits::timeout))
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(1500));
    assertThat(given.stream().map(FetchLimits::maxBytes))
        .allMatch(bytes -> bytes == EntityStatement.MAX_LENGTH);
  }

  @Test
  void resolve_endlessAnswer_isNotLookedAt() {
    Member leaf = federation.add("https://daun.example", anchor);
    federation.serve(leaf, "e".repeat(EntityStatement.MAX_LENGTH + 1));
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    federation.serve(leaf, "e".repeat(EntityStatement.MAX_LENGTH));
    refused(Reason.MALFORMED, () -> resolve(leaf));
  }

  @Test
  void resolve_aMebibyteInAllAndMore_isTheEndOfIt() {
    // Sixteen statements of 64 KiB are all there is: the leaf's own, and fifteen above it.
    int full = ResolutionBudget.MAX_BYTES / EntityStatement.MAX_LENGTH;
    Member leaf = federation.add("https://daun.example");
    List<Member> superiors = members("h", 8);
    names(leaf, superiors);
    federation.serve(leaf, padded(leaf));
    for (Member superior : superiors) {
      List<Member> above = members(superior.id().value().substring(8, 10) + "x", 2);
      names(superior, above);
      federation.serve(superior, padded(superior));
      above.forEach(member -> federation.serve(member, padded(member)));
    }
    refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    assertThat(federation.asked()).hasSizeBetween(full, full + 1);
  }

  private static String padded(Member member) {
    List<String> filler = List.of("x".repeat(16_000), "x".repeat(16_000), "x".repeat(15_650));
    String token = member.configuration().put("filler", filler).token();
    assertThat(token.length()).isBetween(63 * 1024, EntityStatement.MAX_LENGTH);
    return token;
  }

  @Test
  void resolve_refusalOfAnyGraph_namesTheBudgetInWords() {
    List<String> hints = new ArrayList<>();
    IntStream.range(0, 9).forEach(i -> hints.add("https://h" + i + ".example"));
    Member leaf = federation.add("https://daun.example");
    leaf.configuration().put("authority_hints", hints);
    TrustException refusal = refused(Reason.BUDGET_EXCEEDED, () -> resolve(leaf));
    assertThat(refusal).hasMessageContaining("names more than 8 above it");
  }

  /** Entities that each name the next one above them. */
  private final class DeepFederation implements StatementFetcher {
    private final int depth;
    private final SigningKey key = Member.newKey();
    private int fetches;

    private DeepFederation(int depth) {
      this.depth = depth;
    }

    private EntityId entity(int level) {
      return new EntityId("https://level-" + level + ".example");
    }

    @Override
    public String configuration(EntityId entity, FetchLimits limits) {
      fetches++;
      int level = Integer.parseInt(entity.value().replaceAll("[^0-9]", ""));
      Draft draft =
          new Draft(EntityStatement.TYPE, key, federation.clock())
              .put("iss", entity.value())
              .put("sub", entity.value())
              .putKeys("jwks", key);
      if (level < depth) {
        draft.put("authority_hints", List.of(entity(level + 1).value()));
      }
      return draft.token();
    }

    @Override
    public String subordinate(URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
      throw new AssertionError("no way leads anywhere");
    }
  }
}
