package id.simpul.health.figures;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes documents in the shapes that were recorded of {@code data.covid19.go.id} and of Jakarta's
 * files, with figures by chance from a seed: nobody's figures, every member the originals have.
 */
final class SyntheticFigures {
  static final LocalDate FIRST = LocalDate.of(2021, 7, 1);
  static final List<String> MEASURES = List.of("positif", "dirawat", "sembuh", "meninggal");

  private final SplittableRandom random;

  SyntheticFigures(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static InputStream stream(JsonValue document) {
    return new ByteArrayInputStream(Json.toBytes(document));
  }

  static InputStream stream(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }

  private JsonValue some(int most) {
    return JsonNumber.of(random.nextInt(most));
  }

  private static JsonValue millis(LocalDate day) {
    return JsonNumber.of(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  private static JsonObject value(JsonValue count) {
    return JsonObject.builder().put("value", count).build();
  }

  /** {@code update.json} of some days; what is added is given, so that it can be negative. */
  JsonObject update(List<Integer> confirmedByDay) {
    List<JsonValue> days = new ArrayList<>();
    long confirmed = 0;
    for (int i = 0; i < confirmedByDay.size(); i++) {
      confirmed += confirmedByDay.get(i);
      LocalDate date = FIRST.plusDays(i);
      JsonObject.Builder day =
          JsonObject.builder()
              .put("key_as_string", date + "T00:00:00.000Z")
              .put("key", millis(date))
              .put("doc_count", JsonNumber.of(1));
      for (String measure : MEASURES) {
        boolean positif = measure.equals("positif");
        JsonValue added = positif ? JsonNumber.of(confirmedByDay.get(i)) : some(100);
        JsonValue sum = positif ? JsonNumber.of(confirmed) : some(10_000);
        day.put("jumlah_" + measure, value(added)).put("jumlah_" + measure + "_kum", value(sum));
      }
      days.add(day.build());
    }
    return JsonObject.builder()
        .put("data", JsonObject.builder().put("id", JsonNumber.of(1)).build())
        .put(
            "update",
            JsonObject.builder()
                .put("penambahan", totals().put("created", "2021-07-09 16:12:05").build())
                .put("harian", new JsonArray(days))
                .put("total", totals().build())
                .build())
        .build();
  }

  private JsonObject.Builder totals() {
    JsonObject.Builder totals = JsonObject.builder();
    MEASURES.forEach(measure -> totals.put("jumlah_" + measure, some(1_000_000)));
    return totals;
  }

  /** {@code prov.json} with the provinces named. */
  JsonObject provinces(String... names) {
    List<JsonValue> provinces = new ArrayList<>();
    for (String name : names) {
      provinces.add(
          JsonObject.builder()
              .put("key", name)
              .put("doc_count", JsonNumber.of(new BigDecimal("30.7751490671")))
              .put("jumlah_kasus", some(100_000))
              .put("jumlah_sembuh", some(100_000))
              .put("jumlah_meninggal", some(1_000))
              .put("jumlah_dirawat", some(1_000))
              .put("jenis_kelamin", JsonArray.EMPTY)
              .put("kelompok_umur", JsonArray.EMPTY)
              .put("lokasi", JsonObject.builder().put("lon", some(140)).put("lat", some(6)).build())
              .put(
                  "penambahan",
                  JsonObject.builder()
                      .put("positif", some(100))
                      .put("sembuh", some(100))
                      .put("meninggal", some(10))
                      .build())
              .build());
    }
    return JsonObject.builder()
        .put("last_date", FIRST.toString())
        .put("current_data", JsonNumber.of(new BigDecimal("99.98")))
        .put("missing_data", JsonNumber.of(new BigDecimal("0.02")))
        .put("tanpa_provinsi", some(10))
        .put("list_data", new JsonArray(provinces))
        .build();
  }

  /** {@code prov_detail_<PROV>.json} of some days. */
  JsonObject province(String name, int count) {
    List<JsonValue> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonObject.Builder day = JsonObject.builder().put("tanggal", millis(FIRST.plusDays(i)));
      for (String measure : List.of("KASUS", "MENINGGAL", "SEMBUH", "DIRAWAT_OR_ISOLASI")) {
        day.put(measure, JsonNumber.of(random.nextInt(-20, 100)));
        day.put("AKUMULASI_" + measure, some(10_000));
      }
      days.add(day.build());
    }
    return JsonObject.builder()
        .put("last_date", FIRST.toString())
        .put("provinsi", name)
        .put("kasus_total", some(10_000))
        .put("kasus_tanpa_tgl", some(10))
        .put("meninggal_persen", JsonNumber.of(new BigDecimal("1.6")))
        .put("list_perkembangan", new JsonArray(days))
        .put("data", JsonArray.EMPTY)
        .build();
  }

  /** A day's file of Jakarta, with rows for people of elsewhere. */
  String jakarta(int villages) {
    StringBuilder csv =
        new StringBuilder("ID_KEL,Nama_provinsi,nama_kota,nama_kecamatan,nama_kelurahan,SUSPEK,")
            .append("POSITIF,Dirawat,Sembuh,Meninggal,Self Isolation,Keterangan\r\n");
    for (int i = 0; i < villages; i++) {
      csv.append(String.format(Locale.ROOT, "31720%d%04d", 1 + i / 9, 1001 + i % 9))
          .append(",DKI JAKARTA,JAKARTA UTARA,\"KECAMATAN, ")
          .append(i / 9)
          .append("\",KELURAHAN ")
          .append(i)
          .append(counts())
          .append(",\"\"\r\n");
    }
    csv.append("LUAR DKI JAKARTA,,,,LUAR DKI JAKARTA").append(counts()).append(",\r\n");
    return csv.append("PROSES UPDATE DATA,,,,").append(counts()).append(",\r\n").toString();
  }

  private String counts() {
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      counts.append(',').append(random.nextInt(100));
    }
    return counts.toString();
  }

  static JsonString text(String value) {
    return new JsonString(value);
  }
}
