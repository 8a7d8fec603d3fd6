package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.examples.twocities.Tally.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Item A = new Item("a", "Lampu mati");
  private static final Item B = new Item("b", "Got mampet");

  @Test
  void of_sameOnBothSides_holds() {
    Tally tally = Tally.of(List.of(A, B), List.of(B, A));

    assertThat(tally.holds()).isTrue();
    assertThat(tally.verdict()).isEqualTo("0 lost, 0 doubled");
  }

  @Test
  void of_reportMissingAtTheNode_isLost() {
    Tally tally = Tally.of(List.of(A, B), List.of(A));

    assertThat(tally.holds()).isFalse();
    assertThat(tally.lost()).containsExactly("b");
    assertThat(tally.verdict()).isEqualTo("1 lost, 0 doubled");
  }

  @Test
  void of_reportNobodyHasReceiptFor_isDoubled() {
    Tally tally = Tally.of(List.of(A), List.of(A, new Item("c", A.description())));

    assertThat(tally.holds()).isFalse();
    assertThat(tally.doubled()).containsExactly("c");
    assertThat(tally.verdict()).isEqualTo("0 lost, 1 doubled");
  }

  @Test
  void of_reportListedTwice_isDoubled() {
    Tally tally = Tally.of(List.of(A), List.of(A, A));

    assertThat(tally.holds()).isFalse();
    assertThat(tally.doubled()).containsExactly("a");
  }

  @Test
  void of_oneIdForTwoReports_isLost() {
    Tally tally = Tally.of(List.of(A, new Item("a", B.description())), List.of(A));

    assertThat(tally.holds()).isFalse();
    assertThat(tally.lost()).containsExactly("a");
  }

  @Test
  void of_otherDescription_isChanged() {
    Tally tally = Tally.of(List.of(A), List.of(new Item("a", "Lampu mati semua")));

    assertThat(tally.holds()).isFalse();
    assertThat(tally.changed()).containsExactly("a");
    assertThat(tally.verdict()).isEqualTo("0 lost, 0 doubled");
  }
}
