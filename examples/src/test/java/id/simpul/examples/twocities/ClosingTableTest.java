package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.examples.twocities.Tally.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
  private static final Item A = new Item("a", "Lampu mati");

  @Test
  void close_nothingDiffers_saysSoInItsLastLine() {
    List<String> lines =
        new ClosingTable().row("reports", 72).close(Tally.of(List.of(A), List.of(A)));

    assertThat(lines.get(0).strip()).startsWith("reports").endsWith(" 72");
    assertThat(lines.get(lines.size() - 1).strip()).isEqualTo("0 lost, 0 doubled");
  }

  @Test
  void close_lostReport_saysSo() {
    List<String> lines = new ClosingTable().close(Tally.of(List.of(A), List.of()));

    assertThat(lines.get(lines.size() - 1).strip()).isEqualTo("1 lost, 0 doubled");
  }
}
