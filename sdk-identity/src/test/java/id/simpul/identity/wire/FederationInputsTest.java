package id.simpul.identity.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FederationInputsTest {
  private static final EntityId JAMBI = new EntityId("https://jambi.example/a");
  private static final EntityId ANCHOR = new EntityId("https://anchor.example");
  private static final EntityId OTHER = new EntityId("https://other.example");
  private static final String MARK = "https://anchor.example/marks/region";

  record Case<I>(Operation<I, ?> operation, I input, String parameters) {
    Params params(RequestParts parts) {
      return operation.input().bodies().isEmpty() ? parts.query() : parts.form();
    }

    @Override
    public String toString() {
      return operation.id() + " " + input;
    }
  }

  static Stream<Case<?>> cases() {
    return Stream.of(
        new Case<>(FederationV1.FETCH_STATEMENT, JAMBI, "sub=https://jambi.example/a"),
        new Case<>(FederationV1.LIST_SUBORDINATES, SubordinateQuery.ALL, ""),
        new Case<>(
            FederationV1.LIST_SUBORDINATES,
            new SubordinateQuery(List.of("a", "b"), true, MARK, true),
            "entity_type=a&entity_type=b&trust_marked=true&trust_mark_type="
                + MARK
                + "&intermediate=true"),
        new Case<>(
            FederationV1.RESOLVE,
            new ResolveQuery(JAMBI, List.of(ANCHOR), List.of()),
            "sub=https://jambi.example/a&trust_anchor=https://anchor.example"),
        new Case<>(
            FederationV1.RESOLVE,
            new ResolveQuery(JAMBI, List.of(ANCHOR, OTHER), List.of("a", "b")),
            "sub=https://jambi.example/a&trust_anchor=https://anchor.example"
                + "&trust_anchor=https://other.example&entity_type=a&entity_type=b"),
        new Case<>(FederationV1.GET_TRUST_MARK_STATUS, "aa.bb.cc", "trust_mark=aa.bb.cc"),
        new Case<>(
            FederationV1.LIST_TRUST_MARKED,
            new TrustMarkedQuery(MARK, null),
            "trust_mark_type=" + MARK),
        new Case<>(
            FederationV1.LIST_TRUST_MARKED,
            new TrustMarkedQuery(MARK, JAMBI),
            "trust_mark_type=" + MARK + "&sub=https://jambi.example/a"),
        new Case<>(
            FederationV1.GET_TRUST_MARK,
            new TrustMarkQuery(MARK, JAMBI),
            "trust_mark_type=" + MARK + "&sub=https://jambi.example/a"),
        new Case<>(StatusListV1.GET_TOKEN, StatusListQuery.NOW, ""),
        new Case<>(
            StatusListV1.GET_TOKEN,
            new StatusListQuery(Instant.ofEpochSecond(1_700_000_000)),
            "time=1700000000"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  <I> void write_value_hasTheParametersOfTheStandardAndIsReadBack(Case<I> c) {
    RequestParts parts = c.operation.input().write(c.input);
    assertThat(text(c.params(parts))).isEqualTo(c.parameters);
    assertThat(c.operation.input().read(parts)).isEqualTo(new Reading.Valid<>(c.input));
  }

  @ParameterizedTest
  @MethodSource("cases")
  <I> void read_moreParametersThanAreKnown_ignoresThem(Case<I> c) {
    RequestParts parts = c.operation.input().write(c.input);
    Params more = c.params(parts).with("unheard_of", "x");
    RequestParts with =
        c.operation.input().bodies().isEmpty()
            ? RequestParts.query(more)
            : parts.withBody(new Body.Form(more, List.of()));
    assertThat(c.operation.input().read(with)).isEqualTo(new Reading.Valid<>(c.input));
  }

  @Test
  void read_nothing_namesEveryRequiredParameter() {
    assertThat(violations(FederationV1.FETCH_STATEMENT.input(), Params.EMPTY))
        .containsExactly("sub " + Violation.REQUIRED);
    assertThat(violations(FederationV1.RESOLVE.input(), Params.EMPTY))
        .containsExactly("sub " + Violation.REQUIRED, "trust_anchor " + Violation.REQUIRED);
    assertThat(violations(FederationV1.LIST_TRUST_MARKED.input(), Params.EMPTY))
        .containsExactly("trust_mark_type " + Violation.REQUIRED);
    assertThat(violations(FederationV1.GET_TRUST_MARK.input(), Params.EMPTY))
        .containsExactly("trust_mark_type " + Violation.REQUIRED, "sub " + Violation.REQUIRED);
    assertThat(violations(FederationV1.LIST_SUBORDINATES.input(), Params.EMPTY)).isEmpty();
    assertThat(
            FederationV1.GET_TRUST_MARK_STATUS
                .input()
                .read(
                    new RequestParts(
                        Map.of(),
                        Params.EMPTY.with("trust_mark", "not here"),
                        Headers.EMPTY,
                        Body.NONE))
                .problems())
        .singleElement()
        .extracting(Violation::where)
        .isEqualTo("trust_mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jambi", "http://jambi.example", "https://jambi.example?q=1", "https://", " "})
  void read_subjectThatIsNoEntity_isRefused(String subject) {
    Params params = Params.EMPTY.with("sub", subject);
    assertThat(violations(FederationV1.FETCH_STATEMENT.input(), params))
        .containsExactly("sub " + Violation.TYPE);
    assertThat(violations(FederationV1.RESOLVE.input(), params.with("trust_anchor", subject)))
        .containsExactly("sub " + Violation.TYPE, "trust_anchor " + Violation.TYPE);
  }

  @Test
  void read_twoDifferentSubjects_isRefused() {
    Params params = Params.EMPTY.with("sub", JAMBI.value()).with("sub", OTHER.value());
    assertThat(violations(FederationV1.FETCH_STATEMENT.input(), params))
        .containsExactly("sub " + Violation.CONFLICT);
  }

  @Test
  void read_valuesAtTheLimitAndOnePast_areTold() {
    assertThat(violations(FederationV1.RESOLVE.input(), anchors(FederationInputs.MAX_VALUES)))
        .isEmpty();
    assertThat(violations(FederationV1.RESOLVE.input(), anchors(FederationInputs.MAX_VALUES + 1)))
        .containsExactly("trust_anchor " + Violation.LENGTH);
    Params longest = Params.EMPTY.with("entity_type", "x".repeat(FederationInputs.MAX_TYPE_LENGTH));
    assertThat(violations(FederationV1.LIST_SUBORDINATES.input(), longest)).isEmpty();
    Params tooLong =
        Params.EMPTY.with("entity_type", "x".repeat(FederationInputs.MAX_TYPE_LENGTH + 1));
    assertThat(violations(FederationV1.LIST_SUBORDINATES.input(), tooLong))
        .containsExactly("entity_type " + Violation.LENGTH);
  }

  @Test
  void read_trustMarkAtTheLimitAndOnePast_isTold() {
    String longest = "x".repeat(FederationInputs.MAX_TRUST_MARK_LENGTH);
    assertThat(mark(longest).problems()).isEmpty();
    assertThat(mark(longest + "x").problems())
        .singleElement()
        .extracting(Violation::code)
        .isEqualTo(Violation.LENGTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "253402300800", "1.5", "now", "1e3"})
  void read_timeThatIsNone_isRefused(String time) {
    assertThat(violations(StatusListV1.GET_TOKEN.input(), Params.EMPTY.with("time", time)))
        .hasSize(1)
        .allMatch(v -> v.startsWith("time "));
  }

  @Test
  void resolveQuery_withoutAnchor_isNone() {
    List<EntityId> none = Collections.emptyList();
    assertThatThrownBy(() -> new ResolveQuery(JAMBI, none, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Params anchors(int count) {
    Params.Builder params = Params.builder().add("sub", JAMBI.value());
    for (int i = 0; i < count; i++) {
      params.add("trust_anchor", "https://anchor" + i + ".example");
    }
    return params.build();
  }

  private static Reading<String> mark(String mark) {
    return FederationV1.GET_TRUST_MARK_STATUS
        .input()
        .read(
            new RequestParts(
                Map.of(),
                Params.EMPTY,
                Headers.EMPTY,
                new Body.Form(Params.EMPTY.with("trust_mark", mark), List.of())));
  }

  private static <I> List<String> violations(Input<I> input, Params params) {
    return input.read(RequestParts.query(params)).problems().stream()
        .map(v -> v.where() + " " + v.code())
        .toList();
  }

  private static String text(Params params) {
    return String.join(
        "&", params.entries().stream().map(p -> p.name() + "=" + p.value()).toList());
  }
}
