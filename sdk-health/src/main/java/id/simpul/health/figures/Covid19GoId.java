package id.simpul.health.figures;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.core.value.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code data.covid19.go.id} published from 2020 to 2023, as archives still hold it.
 * What is not known is passed over, a missing count is no count, a number may be written as a
 * string; what has another shape is refused with its place. Areas are provinces of 2019
 * (Permendagri 72).
 */
public final class Covid19GoId {
  /** How much is read of one document: the largest archived ones have 2 MB and 60,000 values. */
  public static final Limits LIMITS = Limits.DEFAULT;

  private Covid19GoId() {}

  /**
   * Reads {@code update.json}, the country day by day.
   *
   * @param in the document; read to its end, not closed
   * @param publishedAt when it was fetched, because its days do not say when they were published
   * @return a daily and a cumulative report a day, in the order of the document
   * @throws FormatException when it has another shape or passes {@link #LIMITS}
   * @throws IOException when the stream fails
   */
  public static List<CaseReport> readUpdate(InputStream in, Instant publishedAt)
      throws IOException {
    List<CaseReport> reports = new ArrayList<>();
    for (JsonPlace day : read(in).member("update").member("harian").items()) {
      LocalDate date = day.member("key").epochDay();
      national(day, "")
          .report(day, CountsReader.day(date, CountKind.DAILY), publishedAt, reports::add);
      national(day, "_kum")
          .report(day, CountsReader.day(date, CountKind.CUMULATIVE), publishedAt, reports::add);
    }
    return List.copyOf(reports);
  }

  private static CountsReader national(JsonPlace day, String suffix) throws FormatException {
    CountsReader counts = new CountsReader();
    for (Word word : Word.ALL) {
      var value = day.find("jumlah_" + word.national + suffix);
      if (value.isPresent()) {
        counts.with(word.measure, value.get().count("value"));
      }
    }
    return counts;
  }

  /**
   * Reads {@code prov.json}, all provinces at one day.
   *
   * @param in the document; read to its end, not closed
   * @param publishedAt when it was fetched
   * @return a cumulative report a province, in the order of the document
   * @throws FormatException when it has another shape, names an unknown province or passes {@link
   *     #LIMITS}
   * @throws IOException when the stream fails
   */
  public static List<CaseReport> readProvinces(InputStream in, Instant publishedAt)
      throws IOException {
    JsonPlace document = read(in);
    LocalDate date = date(document.member("last_date"));
    List<CaseReport> reports = new ArrayList<>();
    for (JsonPlace province : document.member("list_data").items()) {
      RegionCode area = area(province.member("key"));
      CountsReader counts = new CountsReader();
      for (Word word : Word.ALL) {
        counts.with(word.measure, province.count("jumlah_" + word.province));
      }
      counts.report(
          province,
          CountsReader.day(date, CountKind.CUMULATIVE).area(area),
          publishedAt,
          reports::add);
    }
    return List.copyOf(reports);
  }

  /**
   * Reads {@code prov_detail_<PROV>.json}, a province day by day.
   *
   * @param in the document; read to its end, not closed
   * @param publishedAt when it was fetched
   * @return a daily and a cumulative report a day, in the order of the document
   * @throws FormatException when it has another shape, names an unknown province or passes {@link
   *     #LIMITS}
   * @throws IOException when the stream fails
   */
  public static List<CaseReport> readProvince(InputStream in, Instant publishedAt)
      throws IOException {
    JsonPlace document = read(in);
    RegionCode area = area(document.member("provinsi"));
    List<CaseReport> reports = new ArrayList<>();
    for (JsonPlace day : document.member("list_perkembangan").items()) {
      LocalDate date = day.member("tanggal").epochDay();
      detail(day, "")
          .report(
              day, CountsReader.day(date, CountKind.DAILY).area(area), publishedAt, reports::add);
      detail(day, "AKUMULASI_")
          .report(
              day,
              CountsReader.day(date, CountKind.CUMULATIVE).area(area),
              publishedAt,
              reports::add);
    }
    return List.copyOf(reports);
  }

  private static CountsReader detail(JsonPlace day, String prefix) throws FormatException {
    CountsReader counts = new CountsReader();
    for (Word word : Word.ALL) {
      counts.with(word.measure, day.count(prefix + word.detail));
    }
    return counts;
  }

  /** What the three documents call a measure. */
  private record Word(CaseMeasure measure, String national, String province, String detail) {
    static final List<Word> ALL =
        List.of(
            new Word(CaseMeasure.CONFIRMED, "positif", "kasus", "KASUS"),
            new Word(CaseMeasure.ACTIVE, "dirawat", "dirawat", "DIRAWAT_OR_ISOLASI"),
            new Word(CaseMeasure.RECOVERED, "sembuh", "sembuh", "SEMBUH"),
            new Word(CaseMeasure.DEATHS, "meninggal", "meninggal", "MENINGGAL"));
  }

  private static JsonPlace read(InputStream in) throws IOException {
    return JsonPlace.root(Json.read(in, LIMITS));
  }

  private static RegionCode area(JsonPlace name) throws FormatException {
    var area = Provinces.named(name.text());
    if (area.isEmpty()) {
      throw new FormatException(name.pointer(), "names no province of " + Provinces.EDITION);
    }
    return area.get();
  }

  private static LocalDate date(JsonPlace text) throws FormatException {
    try {
      return LocalDate.parse(text.text());
    } catch (DateTimeParseException e) {
      throw new FormatException(text.pointer(), "is not a day as 2021-07-09", null);
    }
  }
}
