package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenStatusTest {
  @Test
  void isApplicationSpecific_everyValue_isThreeAndTwelveToFifteen() {
    assertThat(
            IntStream.rangeClosed(0, TokenStatus.MAX_VALUE)
                .filter(value -> new TokenStatus(value).isApplicationSpecific()))
        .containsExactly(3, 12, 13, 14, 15);
  }

  @Test
  void create_outOfRange_isRefused() {
    assertThat(new TokenStatus(TokenStatus.MAX_VALUE).value()).isEqualTo(255);
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenStatus(256));
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenStatus(-1));
  }

  @Test
  void toString_namesOfTheDraftAndNumbers() {
    assertThat(TokenStatus.VALID).hasToString("VALID");
    assertThat(TokenStatus.INVALID).hasToString("INVALID");
    assertThat(TokenStatus.SUSPENDED).hasToString("SUSPENDED");
    assertThat(new TokenStatus(11)).hasToString("status 11");
  }
}
