package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Operation;
import id.simpul.node.wire.Coverage.Cell;
import id.simpul.node.wire.Coverage.Side;
import id.simpul.reporting.wire.GeoReportV2;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final List<Operation<?, ?>> OPERATIONS =
      List.of(GeoReportV2.LIST_SERVICES, SimpulReportsV1.ADVANCE);

  private static Coverage playedBut(Cell left, Side side) {
    Coverage coverage = new Coverage(OPERATIONS);
    for (Cell cell : coverage.cells()) {
      for (Side each : Side.values()) {
        if (!(cell.equals(left) && each == side)) {
          coverage.played(cell, each);
        }
      }
    }
    return coverage;
  }

  @Test
  void cells_ofTwoOperations_areSuccessAndEveryDeclaredFailureInEveryFormat() {
    int expected =
        2 * (1 + GeoReportV2.LIST_SERVICES.failures().size())
            + 1
            + SimpulReportsV1.ADVANCE.failures().size();

    assertThat(new Coverage(OPERATIONS).cells()).doesNotHaveDuplicates().hasSize(expected);
  }

  @Test
  void gaps_everythingPlayed_areNone() {
    Cell none = new Cell("none", "json", 200);

    assertThat(playedBut(none, Side.NODE).gaps()).isEmpty();
  }

  @Test
  void gaps_oneCellNotPlayedByTheClient_namesItAlone() {
    Cell left = new Cell("georeport.v2.services.list", "xml", 404);
    Coverage coverage = playedBut(left, Side.CLIENT);

    assertThat(coverage.gaps())
        .containsExactly("georeport.v2.services.list as xml answered 404: not seen by the client");
    assertThat(coverage.table()).contains(" N.").contains("wire: 47 of 48 cells");
  }

  @Test
  void gaps_operationNoNodeServes_areTheClientsAlone() {
    Coverage coverage = new Coverage(OPERATIONS, Set.of(GeoReportV2.LIST_SERVICES));
    for (Cell cell : coverage.cells()) {
      coverage.played(cell, Side.CLIENT);
    }

    assertThat(coverage.gaps()).isNotEmpty().allMatch(gap -> gap.startsWith("simpul.v1.reports"));
    assertThat(coverage.table()).contains(" -C").contains(" .C");
  }

  @Test
  void gaps_nothingPlayed_namesEveryCellTwice() {
    Coverage coverage = new Coverage(OPERATIONS);

    assertThat(coverage.gaps()).hasSize(2 * coverage.cells().size());
  }
}
