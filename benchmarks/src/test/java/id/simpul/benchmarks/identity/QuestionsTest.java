package id.simpul.benchmarks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.Security;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One operation by everybody who is measured, where no native library is needed. */
@Tag("smoke")
class QuestionsTest {
  /** Setting a contender up may put Bouncy Castle before the platform's own. */
  @AfterEach
  void leaveThePlatformAsItWas() {
    Security.removeProvider("BC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sd-jwt-bouncycastle",
        "http-sign-b",
        "http-verify-b",
        "chain-",
        "hcert-b",
        "card-b"
      })
  void open_everyContender_doesItsWorkAndRefusesWhatWasTamperedWith(String prefix) {
    for (Question question : Questions.beginning(Questions.ALL, prefix)) {
      for (String name : question.contenders()) {
        Contender contender = question.open(name);

        assertThat(contender.remarks()).as(question.name() + ", " + name).isEmpty();
        assertThatCode(() -> contender.work().call())
            .as(question.name() + ", " + name)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void all_questions_haveNamesOfTheirOwnAndTargetsAmongTheirContenders() {
    assertThat(new HashSet<>(Questions.ALL.stream().map(Question::name).toList()))
        .hasSameSizeAs(Questions.ALL);
    assertThat(Questions.ALL)
        .allMatch(question -> question.contenders().get(0).equals("simpul"))
        .allMatch(question -> !question.targets().isEmpty());
  }
}
