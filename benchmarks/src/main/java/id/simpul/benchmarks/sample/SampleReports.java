package id.simpul.benchmarks.sample;

import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Reporter;
import id.simpul.reporting.ServiceCode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Reports as citizens of Kota Jambi might file them. Every word, person and place in them is put
 * together by chance from a seed; none is real. Not thread-safe.
 */
public final class SampleReports {
  /** The service they are filed under. */
  public static final ServiceCode SERVICE = new ServiceCode("jalan-rusak");

  private static final int DESCRIPTION_LENGTH = 820;
  private static final int NAME_SYLLABLES = 3;
  private static final String[] SENTENCES = {
    "Jalan di depan pasar berlubang cukup dalam dan sering membuat pengendara motor terjatuh.",
    "Lampu penerangan jalan sudah mati sejak dua minggu lalu sehingga warga takut lewat malam.",
    "Saluran air tersumbat sampah, setiap hujan deras air meluap sampai masuk ke rumah warga.",
    "Pohon besar di tepi jalan hampir tumbang, mohon segera dipangkas sebelum angin kencang.",
    "Tumpukan sampah belum diangkut sejak hari Senin & baunya mengganggu anak-anak sekolah.",
    "Sudah dilaporkan kepada ketua RT, namun sampai sekarang belum ada tindak lanjut apa pun."
  };
  private static final String[] SYLLABLES = {
    "ba", "di", "ka", "lo", "mi", "na", "pu", "ra", "su", "ta", "wi", "yo"
  };

  private final Random random;

  /**
   * Begins a sequence of reports.
   *
   * @param seed the same seed gives the same reports
   */
  public SampleReports(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Makes several reports.
   *
   * @param count how many
   * @return the reports
   */
  public List<NewReport> list(int count) {
    List<NewReport> reports = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      reports.add(next());
    }
    return reports;
  }

  /**
   * Makes the next report.
   *
   * @return a report whose form takes about 1.5 KB
   */
  public NewReport next() {
    return NewReport.builder(SERVICE, place())
        .description(description())
        .attribute("panjang_meter", Integer.toString(1 + random.nextInt(40)))
        .attribute("lajur", random.nextBoolean() ? "kiri" : "kanan")
        .reporter(reporter())
        .mediaUrl(
            URI.create("https://foto.contoh.invalid/laporan/" + random.nextInt(1 << 30) + ".jpg"))
        .mediaUrl(
            URI.create("https://foto.contoh.invalid/laporan/" + random.nextInt(1 << 30) + ".jpg"))
        .build();
  }

  private Location place() {
    return Location.at(
            GeoPoint.of(
                "-1.6" + (1000 + random.nextInt(9000)), "103.6" + (1000 + random.nextInt(9000))))
        .withAddress(
            "Jalan "
                + name()
                + " No. "
                + (1 + random.nextInt(200))
                + ", RT 0"
                + (1 + random.nextInt(9))
                + ", Kelurahan "
                + name()
                + ", Kota Jambi, seberang masjid dan toko kelontong");
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    while (text.length() < DESCRIPTION_LENGTH) {
      text.append(SENTENCES[random.nextInt(SENTENCES.length)]).append(' ');
    }
    return text.substring(0, DESCRIPTION_LENGTH).strip();
  }

  private Reporter reporter() {
    String first = name();
    String last = name();
    return Reporter.builder()
        .email(first.toLowerCase(Locale.ROOT) + random.nextInt(1000) + "@contoh.invalid")
        .firstName(first)
        .lastName(last)
        .phone("+62-000-" + (1000 + random.nextInt(9000)) + "-" + (1000 + random.nextInt(9000)))
        .deviceId("perangkat-" + Long.toHexString(random.nextLong()))
        .build();
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < NAME_SYLLABLES; i++) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
