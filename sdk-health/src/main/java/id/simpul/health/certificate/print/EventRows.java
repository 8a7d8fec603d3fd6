package id.simpul.health.certificate.print;

import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Recovery;
import id.simpul.health.certificate.HealthEvent.TestResult;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, line after line. */
final class EventRows {
  /** One line: what it is about, and what there is. */
  record Row(Words label, Words value) {}

  private final List<Row> rows = new ArrayList<>();

  private EventRows() {}

  static Words title(HealthEvent event) {
    return switch (event.kind()) {
      case VACCINATION -> new Words("Sertifikat Vaksinasi", "Vaccination certificate");
      case TEST -> new Words("Sertifikat Hasil Uji", "Test certificate");
      case RECOVERY -> new Words("Sertifikat Pemulihan", "Recovery certificate");
    };
  }

  static List<Row> of(HealthEvent event) {
    EventRows rows = new EventRows();
    rows.add("Penyakit", "Disease", CodeNames.disease(event.disease()));
    if (event instanceof Vaccination vaccination) {
      rows.vaccination(vaccination);
    } else if (event instanceof TestResult test) {
      rows.test(test);
    } else if (event instanceof Recovery recovery) {
      rows.recovery(recovery);
    }
    Origin origin = event.origin();
    rows.add("Negara", "Country", CodeNames.country(origin.country()));
    rows.add("Penerbit", "Issued by", Words.same(origin.issuer()));
    rows.add("Nomor sertifikat", "Certificate number", Words.same(origin.certificateId()));
    return List.copyOf(rows.rows);
  }

  private void vaccination(Vaccination vaccination) {
    int number = vaccination.dose().number();
    int total = vaccination.dose().total();
    add("Dosis", "Dose", new Words(number + " dari " + total, number + " of " + total));
    add("Tanggal vaksinasi", "Vaccinated on", Days.ofCertificate(vaccination.date()));
    add("Vaksin", "Vaccine", CodeNames.product(vaccination.vaccine().product()));
    add("Jenis", "Kind", CodeNames.kind(vaccination.vaccine().prophylaxis()));
    add("Produsen", "Manufacturer", CodeNames.maker(vaccination.vaccine().manufacturer()));
  }

  private void test(TestResult test) {
    add("Hasil", "Result", CodeNames.result(test.result().result()));
    add("Waktu pengambilan sampel", "Sample taken", Days.withTime(test.result().sampledAt()));
    add("Jenis uji", "Kind of test", CodeNames.test(test.method().type()));
    addKnown("Nama uji", "Test name", test.method().name());
    addKnown("Alat uji", "Test device", test.method().device());
    addKnown("Tempat", "Test centre", test.result().centre());
  }

  private void recovery(Recovery recovery) {
    add(
        "Hasil positif pertama",
        "First positive test",
        Days.ofCertificate(recovery.period().firstPositive()));
    add("Dianggap pulih sejak", "Counts from", Days.ofCertificate(recovery.period().from()));
    add("Dianggap pulih sampai", "Counts until", Days.ofCertificate(recovery.period().until()));
  }

  private void add(String indonesian, String english, Words value) {
    rows.add(new Row(new Words(indonesian, english), value));
  }

  private void addKnown(String indonesian, String english, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      add(indonesian, english, Words.same(value));
    }
  }
}
