package id.simpul.fuzz.health;

import static id.simpul.fuzz.Invariant.keepsSilent;
import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.format.FormatException;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.health.figures.CaseReport;
import id.simpul.health.figures.Covid19GoId;
import id.simpul.health.figures.JakartaVillageCsv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Published case figures: what is taken are reports that have something to say. */
public final class FiguresTarget implements FuzzTarget {
  private static final LocalDate DAY = LocalDate.of(2021, 7, 1);

  private final List<Reader> readers;

  private FiguresTarget(List<Reader> readers) {
    this.readers = readers;
  }

  /** One of the readers. */
  private interface Reader {
    List<CaseReport> read(InputStream in, Instant fetched) throws IOException;
  }

  /**
   * The three documents of the ministry, and answers of DHIS2; each input is fed to all readers.
   *
   * @return the target
   */
  public static FiguresTarget json() {
    return new FiguresTarget(
        List.of(Covid19GoId::readUpdate, Covid19GoId::readProvinces, Covid19GoId::readProvince));
  }

  /**
   * Jakarta's file by kelurahan.
   *
   * @return the target
   */
  public static FiguresTarget csv() {
    return new FiguresTarget(
        List.of((in, fetched) -> JakartaVillageCsv.read(in, DAY, fetched).reports()));
  }

  @Override
  public void run(byte[] input) throws IOException {
    for (Reader reader : readers) {
      try {
        List<CaseReport> reports = reader.read(new ByteArrayInputStream(input), Instant.EPOCH);
        require(
            reports.stream().noneMatch(report -> report.counts().values().isEmpty()),
            "a report without a count");
      } catch (FormatException e) {
        keepsSilent(e);
      }
    }
  }
}
