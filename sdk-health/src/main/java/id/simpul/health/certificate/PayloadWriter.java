package id.simpul.health.certificate;

import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Recovery;
import id.simpul.health.certificate.HealthEvent.TestResult;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.internal.cbor.CborArray;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the payload of an EU Digital COVID Certificate, schema 1.3.0. */
final class PayloadWriter {
  private static final String VERSION = "1.3.0";

  private final Map<CborValue, CborValue> members = new LinkedHashMap<>();

  private PayloadWriter() {}

  static CborMap write(HcertContent content) {
    PersonName person = content.name();
    PayloadWriter name = new PayloadWriter();
    name.put("fn", person.family());
    name.put("fnt", person.standardisedFamily());
    name.put("gn", person.given());
    name.put("gnt", person.standardisedGiven());
    PayloadWriter root = new PayloadWriter();
    root.put("ver", VERSION);
    root.members.put(new CborText("nam"), name.map());
    root.put("dob", content.dateOfBirth());
    root.members.put(
        new CborText(content.event().kind().group()), CborArray.of(event(content.event())));
    return root.map();
  }

  private static CborMap event(HealthEvent event) {
    PayloadWriter writer = new PayloadWriter();
    writer.put("tg", event.disease());
    if (event instanceof Vaccination vaccination) {
      writer.put("vp", vaccination.vaccine().prophylaxis());
      writer.put("mp", vaccination.vaccine().product());
      writer.put("ma", vaccination.vaccine().manufacturer());
      writer.put("dn", vaccination.dose().number());
      writer.put("sd", vaccination.dose().total());
      writer.put("dt", vaccination.date());
    } else if (event instanceof TestResult test) {
      writer.put("tt", test.method().type());
      writer.put("nm", test.method().name());
      writer.put("ma", test.method().device());
      writer.put("sc", test.result().sampledAt());
      writer.put("tr", test.result().result());
      writer.put("tc", test.result().centre());
    } else if (event instanceof Recovery recovery) {
      writer.put("fr", recovery.period().firstPositive());
      writer.put("df", recovery.period().from());
      writer.put("du", recovery.period().until());
    }
    Origin origin = event.origin();
    writer.put("co", origin.country());
    writer.put("is", origin.issuer());
    writer.put("ci", origin.certificateId());
    return writer.map();
  }

  /** Texts are in Unicode's composed form, so that every reader sees the same characters. */
  private void put(String name, @Nullable String value) {
    if (value != null) {
      members.put(
          new CborText(name), new CborText(Normalizer.normalize(value, Normalizer.Form.NFC)));
    }
  }

  private void put(String name, int value) {
    members.put(new CborText(name), CborInteger.of(value));
  }

  private CborMap map() {
    return new CborMap(members);
  }
}
