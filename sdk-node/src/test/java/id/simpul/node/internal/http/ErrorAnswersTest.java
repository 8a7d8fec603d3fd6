package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.wire.FederationV1;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller learns of why a signature was refused. */
class ErrorAnswersTest {
  private static final String DETAIL = "gave no answer (gitlab.internal: private use) in 4 ms";

  private static Answer answer(Reason reason, String where) {
    return ErrorAnswers.of(
        new TrustException(reason, "https://gitlab.internal", DETAIL, where),
        ProblemDetails.FORMAT,
        Headers.EMPTY,
        "r-1");
  }

  private static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "NOT_ALLOWED"})
  void of_fetchThatFailed_tellsNothingOfTheNetwork(Reason reason) {
    Answer answer = answer(reason, FederationV1.GET_CONFIGURATION.id());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(text(answer)).contains(Reason.UNREACHABLE.code()).doesNotContain("private", "4 ms");
    assertThat(text(answer))
        .isEqualTo(text(answer(Reason.UNREACHABLE, FederationV1.FETCH_STATEMENT.id())));
  }

  @Test
  void of_fetchOutOfTime_tellsNothingOfTheNetworkAndToComeBack() {
    Answer answer = answer(Reason.BUDGET_EXCEEDED, FederationV1.FETCH_STATEMENT.id());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers().first("Retry-After")).contains("1");
    assertThat(text(answer)).doesNotContain("private", "4 ms");
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_ALLOWED", "NO_CHAIN", "EXPIRED", "UNKNOWN_KEY"})
  void of_ruleThatWasBroken_saysWhich(Reason reason) {
    assertThat(text(answer(reason, "Signature-Input"))).contains(DETAIL, reason.code());
  }
}
