package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.SettableTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpendingTest {
  private static final Duration NANO = Duration.ofNanos(1);

  private final SettableTicker ticker = new SettableTicker();
  private final Spending spending = new Spending(ticker);
  private final List<FetchLimits> given = new ArrayList<>();

  private String fetch(String answer) {
    return spending.fetch(
        "test",
        limits -> {
          given.add(limits);
          return answer;
        });
  }

  private FetchLimits last() {
    return given.get(given.size() - 1);
  }

  @Test
  void fetch_asOftenAsAllowedAndOnceMore_isDoneAndRefused() {
    for (int i = 0; i < ResolutionBudget.MAX_FETCHES; i++) {
      assertThat(fetch("a")).isEqualTo("a");
    }
    refused(Reason.BUDGET_EXCEEDED, () -> fetch("a"));
    assertThat(given).hasSize(24);
  }

  @Test
  void fetch_thatFails_countsToo() {
    for (int i = 0; i < ResolutionBudget.MAX_FETCHES; i++) {
      refused(Reason.UNREACHABLE, this::failing);
    }
    refused(Reason.BUDGET_EXCEEDED, () -> fetch("a"));
  }

  private void failing() {
    spending.fetch(
        "test",
        limits -> {
          throw new TrustException(Reason.UNREACHABLE, "test", "fails", "test");
        });
  }

  @Test
  void fetch_ofAllBytesAndAfter_isDoneAndRefused() {
    String full = "a".repeat(EntityStatement.MAX_LENGTH);
    for (int i = 0; i < 15; i++) {
      fetch(full);
    }
    fetch(full.substring(2));
    assertThat(last().maxBytes()).isEqualTo(EntityStatement.MAX_LENGTH);
    fetch("a");
    assertThat(last().maxBytes()).isEqualTo(2);
    fetch("b");
    assertThat(last().maxBytes()).isEqualTo(1);
    refused(Reason.BUDGET_EXCEEDED, () -> fetch(""));
    assertThat(given).hasSize(18);
  }

  @Test
  void fetch_tooLarge_costsAllItWasAllowed() {
    String larger = "a".repeat(EntityStatement.MAX_LENGTH + 1);
    for (int i = 0; i < 8; i++) {
      refused(Reason.BUDGET_EXCEEDED, () -> fetch(larger));
      refused(Reason.BUDGET_EXCEEDED, this::tooLargeForTheFetcher);
    }
    refused(Reason.BUDGET_EXCEEDED, () -> fetch("a"));
    assertThat(given).hasSize(8);
  }

  private void tooLargeForTheFetcher() {
    spending.fetch(
        "test",
        limits -> {
          throw new TrustException(Reason.BUDGET_EXCEEDED, "test", "is too large", "size");
        });
  }

  @Test
  void fetch_answerAsLongAsAllowedAndLonger_isTakenAndRefused() {
    assertThat(fetch("a".repeat(EntityStatement.MAX_LENGTH))).hasSize(64 * 1024);
    refused(Reason.BUDGET_EXCEEDED, () -> fetch("a".repeat(EntityStatement.MAX_LENGTH + 1)));
  }

  @Test
  void fetch_atTheLastMomentAndAfter_isDoneAndRefused() {
    fetch("a");
    assertThat(last().timeout()).isEqualTo(Duration.ofSeconds(2));
    ticker.advance(Duration.ofSeconds(3));
    fetch("a");
    assertThat(last().timeout()).isEqualTo(Duration.ofSeconds(2));
    ticker.advance(Duration.ofSeconds(2).minus(NANO));
    fetch("a");
    assertThat(last().timeout()).isEqualTo(NANO);
    ticker.advance(NANO);
    refused(Reason.BUDGET_EXCEEDED, () -> fetch("a"));
    assertThat(given).hasSize(3);
  }

  @Test
  void fetch_longerThanAllowed_isNotTakenInSpiteOfItsAnswer() {
    refused(
        Reason.BUDGET_EXCEEDED,
        () ->
            spending.fetch(
                "test",
                limits -> {
                  ticker.advance(limits.timeout().plus(NANO));
                  return "a";
                }));
    assertThat(
            spending.fetch(
                "test",
                limits -> {
                  ticker.advance(limits.timeout());
                  return "a";
                }))
        .isEqualTo("a");
  }

  @Test
  void newLimits_withoutTimeOrBytes_areAMistakeOfTheCaller() {
    assertThat(new FetchLimits(NANO, 1).maxBytes()).isEqualTo(1);
    for (Duration none : List.of(Duration.ZERO, NANO.negated())) {
      assertThatThrownBy(() -> new FetchLimits(none, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new FetchLimits(NANO, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
