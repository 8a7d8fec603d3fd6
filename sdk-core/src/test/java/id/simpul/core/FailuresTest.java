package id.simpul.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.TransportException.Kind;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {
  private static final URI NODE = URI.create("https://node.example/open311");

  private static TransportException transport(Kind kind, int attempts) {
    return new TransportException(NODE, "a.b", kind, attempts, Duration.ofMillis(7), null);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void transport_everyKind_saysWhoWhatWhereAndWhatNow(Kind kind) {
    TransportException e = transport(kind, 1);
    assertThat(e.code()).isEqualTo(kind.code()).startsWith("core.transport.");
    assertThat(e)
        .hasMessageContaining(NODE.toString())
        .hasMessageContaining("a.b")
        .hasMessageContaining("1 attempt")
        .hasMessageContaining("7 ms")
        .hasMessageContaining("[" + kind.code() + "]");
    assertThat(e.fault().now()).isNotEmpty();
    assertThat(e.outcomeUnknown()).isEqualTo(kind.mayHaveArrived());
    assertThat(transport(kind, 0).outcomeUnknown()).isFalse();
  }

  @Test
  void api_descriptionsOfTheNode_stayOutOfTheMessage() {
    ApiException e =
        new ApiException(
            NODE,
            "a.b",
            new ErrorReport(400, List.of(new Problem("range", "planted"))),
            Headers.EMPTY.with("X", "planted"),
            "r-1",
            null);
    assertThat(e).hasMessageContaining("1 problem").hasMessageContaining("r-1");
    assertThat(e.toString()).doesNotContain("planted");
    assertThat(e.problems()).hasSize(1);
    assertThat(e.retryAfter()).isEmpty();
  }

  @Test
  void validation_everyViolation_isListed() {
    ValidationException e =
        new ValidationException(
            "NewReport",
            List.of(
                new Violation(Violation.REQUIRED, "lat", "a value is required"),
                new Violation(Violation.RANGE, "long", "must lie between -180 and 180")));
    assertThat(e)
        .hasMessageContaining("NewReport")
        .hasMessageContaining("lat")
        .hasMessageContaining("long");
    assertThat(e.code()).isEqualTo("core.validation.failed");
    assertThatThrownBy(() -> e.violations().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void contract_positions_areCutAtFive() {
    List<Violation> many =
        List.of("/a", "/b", "/c", "/d", "/e", "/f").stream()
            .map(where -> new Violation(Violation.TYPE, where, "m"))
            .toList();
    ContractException e = new ContractException("node", "a.b", "sent rubbish", many, null);
    assertThat(e).hasMessageContaining("/e").hasMessageNotContaining("/f");
    assertThat(e.violations()).hasSize(6);
  }
}
