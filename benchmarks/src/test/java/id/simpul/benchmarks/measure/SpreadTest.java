package id.simpul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {

  @Test
  void of_oddCount_takesTheMiddle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9, 3));
  }

  @Test
  void of_evenCount_takesTheMeanOfTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(new Spread(3, 1, 8, 4));
  }

  @Test
  void of_nothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }

  @Test
  void ofRatios_slowRound_weighsOnBoth() {
    // The second round ran at half the speed for everybody.
    Spread ratio = Spread.ofRatios(List.of(10.0, 20.0, 11.0), List.of(5.0, 10.0, 5.0));

    assertThat(ratio.median()).isEqualTo(2.0);
    assertThat(ratio.max()).isEqualTo(2.2);
  }

  @Test
  void ofRatios_unevenRounds_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of(1.0, 2.0)));
  }

  @Test
  void text_always_showsMedianAndRange() {
    assertThat(new Spread(1.25, 1, 2, 3).text(1)).isEqualTo("1.3 [1.0 to 2.0]");
  }
}
