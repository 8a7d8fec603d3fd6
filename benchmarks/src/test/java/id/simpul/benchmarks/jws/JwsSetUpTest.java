package id.simpul.benchmarks.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.simpul.benchmarks.identity.Contender;
import id.simpul.benchmarks.identity.Question;
import id.simpul.identity.SignatureAlgorithm;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One verification by everybody who is measured; of other providers, in this process, none. */
@Tag("smoke")
class JwsSetUpTest {
  @ParameterizedTest
  @ValueSource(strings = {"jws-es256-shipped", "jws-ed25519-shipped"})
  void open_everyContender_takesWhatIsGoodAndNothingElse(String name) {
    Question question =
        JwsQuestions.all().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
    for (String contender : question.contenders()) {
      Contender opened = question.open(contender);

      assertThat(opened.remarks()).as(contender).isEmpty();
      assertThatCode(() -> opened.work().call()).as(contender).doesNotThrowAnyException();
    }
  }

  @Test
  void open_contenderThatTakesEverything_isRemarkedUpon() {
    TokenVerifier careless = token -> token;

    assertThat(JwsQuestion.accepted(careless, Tokens.of(SignatureAlgorithm.ES256), true))
        .containsExactly("ACCEPTS a changed signature", "ACCEPTS an expired token");
  }

  @Test
  void questions_allOfThem_haveNamesOfTheirOwnAndOursFirst() {
    List<Question> all = JwsQuestions.all();

    assertThat(new HashSet<>(all.stream().map(Question::name).toList())).hasSameSizeAs(all);
    assertThat(all).allMatch(q -> q.contenders().get(0).equals(Verifiers.SIMPUL));
  }
}
