package id.simpul.health.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JakartaVillageCsvTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 30);
  private static final Instant FETCHED = Instant.parse("2021-07-01T03:00:00Z");
  private static final String HEADER = "ID_KEL,POSITIF,Dirawat,Sembuh,Meninggal\n";

  private static VillageFigures read(String csv) throws Exception {
    return JakartaVillageCsv.read(SyntheticFigures.stream(csv), DAY, FETCHED);
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(FormatException.class).hasMessageContaining(why);
  }

  @Test
  void read_recordedShape_givesAReportAVillageAndLosesNobody() throws Exception {
    VillageFigures figures = read(new SyntheticFigures(31).jakarta(20));

    assertThat(figures.reports()).hasSize(20);
    assertThat(figures.reports().get(0).area().orElseThrow().code()).isEqualTo("31.72.01.1001");
    assertThat(figures.reports()).allMatch(report -> report.counts().values().size() == 4);
    assertThat(figures.unplacedRows()).isEqualTo(2);
    assertThat(figures.unplaced().get(CaseMeasure.CONFIRMED)).isPresent();
  }

  @Test
  void read_activeInTwoColumns_areOneCount() throws Exception {
    VillageFigures figures =
        read(
            "\uFEFFid_kel;Positif;DIRAWAT;sembuh;MENINGGAL;Self Isolation\n"
                + "3172051003;9;2;3;1;3\n\n");

    assertThat(figures.reports())
        .singleElement()
        .satisfies(report -> assertThat(report.counts().get(CaseMeasure.ACTIVE)).hasValue(5));
  }

  @Test
  void read_dottedCode_isTheVillageOfItsDigits() throws Exception {
    assertThat(read(HEADER + "31.72.05.1003,9,2,3,1\n").reports())
        .isEqualTo(read(HEADER + "3172051003,9,2,3,1\n").reports())
        .hasSize(1);
    refused(
        () -> read(HEADER + "31.72.05.1003,1,0,0,0\n3172051003,2,0,0,0\n"),
        "row 3: a village comes twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3172051003.0", "317205100", "31720510030", "3.172051003E9", "31.72.051003", "x1"})
  void read_otherDigitsAsCode_areRefusedAndNotTakenForElsewhere(String code) {
    refused(() -> read(HEADER + code + ",9,2,3,1\n"), "row 2: the code is not that of a village");
  }

  @Test
  void read_emptyField_isNoCount() throws Exception {
    assertThat(read(HEADER + "3172051003,9,,3\n").reports().get(0).counts().values())
        .containsOnlyKeys(CaseMeasure.CONFIRMED, CaseMeasure.RECOVERED);
  }

  @Test
  void read_whatIsWrong_isRefusedWithItsRow() {
    refused(() -> read(""), "empty");
    refused(() -> read("ID_KEL,POSITIF,Dirawat,Sembuh\n"), "MENINGGAL");
    refused(() -> read(HEADER + "3172051003,x,0,0,0\n"), "row 2: a count is not a whole number");
    refused(() -> read(HEADER + "3172051003,-1,0,0,0\n"), "row 2: cannot be a report");
    refused(() -> read(HEADER + "0172051003,1,0,0,0\n"), "row 2: no village");
    refused(
        () -> read(HEADER + "3172051003,1,0,0,0\n3172051003,2,0,0,0\n"),
        "row 3: a village comes twice");
    refused(() -> read(HEADER + "LUAR,999999999999,0,0,0\n"), "too great");
  }

  @Test
  void read_brokenCsv_isRefusedWithItsLine() {
    refused(() -> read(HEADER + "\"3172051003,1,0,0,0\n"), "not closed");
    refused(() -> read(HEADER + "\"3172051003\"x,1,0,0,0\n"), "line 2: something stands after");
    byte[] latin1 = {'I', 'D', (byte) 0xE9};
    refused(() -> JakartaVillageCsv.read(new ByteArrayInputStream(latin1), DAY, FETCHED), "UTF-8");
  }

  @Test
  void rows_limits_areTakenAndOneMoreIsRefused() throws Exception {
    String field = "x".repeat(CsvRows.MAX_FIELD);
    assertThat(CsvRows.read(SyntheticFigures.stream(field))).hasSize(1);
    refused(() -> CsvRows.read(SyntheticFigures.stream(field + "x")), "field");

    String columns = ",".repeat(CsvRows.MAX_COLUMNS - 1);
    assertThat(CsvRows.read(SyntheticFigures.stream(columns)).get(0)).hasSize(CsvRows.MAX_COLUMNS);
    refused(() -> CsvRows.read(SyntheticFigures.stream(columns + ",")), "columns");

    String rows = "a\n".repeat(CsvRows.MAX_ROWS);
    assertThat(CsvRows.read(SyntheticFigures.stream(rows))).hasSize(CsvRows.MAX_ROWS);
    refused(() -> CsvRows.read(SyntheticFigures.stream(rows + "a\n")), "rows");

    byte[] bytes = new byte[CsvRows.MAX_BYTES];
    Arrays.fill(bytes, (byte) '\n');
    assertThat(CsvRows.read(new ByteArrayInputStream(bytes))).isEmpty();
    refused(
        () -> CsvRows.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 1))),
        "larger than");
  }

  @Test
  void rows_quotedFields_holdQuotesSeparatorsAndLineEnds() throws Exception {
    assertThat(CsvRows.read(SyntheticFigures.stream("\"a \"\"b\"\"\",\"c,\nd\",e\r\nf,,\n")))
        .containsExactly(List.of("a \"b\"", "c,\nd", "e"), List.of("f", "", ""));
  }
}
