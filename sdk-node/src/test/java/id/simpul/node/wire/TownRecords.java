package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.node.system.HealthPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has happened with health records before a transcript. */
final class TownRecords {
  private static final Pattern STORED =
      Pattern.compile(
          "\\{\\{([a-z]+)}} stored(?: with the number (\\S+))?(?: under the key (\\S+))?");
  private static final Pattern RENAMED = Pattern.compile("\\{\\{([a-z]+)}} renamed");
  private static final Pattern TRANSACTED =
      Pattern.compile("\\{\\{([a-z]+)}} transacted under the key (\\S+)");
  private static final Pattern RECORDED =
      Pattern.compile("\\{\\{([a-z]+)}} recorded for ([0-9]{16})( by mistake)?");
  private static final Pattern CERTIFIED =
      Pattern.compile("\\{\\{([a-z]+)}} certified for ([0-9]{16})");
  private static final Pattern NUMBER = Pattern.compile("URN:UVCI:01:ID:[0-9A-Z]{24}");
  private static final Pattern ERASED = Pattern.compile("\\{\\{([a-z]+)}} erased");
  private static final Pattern HOUSED = Pattern.compile("\\{\\{([a-z]+)}} given a location");
  private static final Pattern ID = Pattern.compile("(?:\"id\":\"|Organization/)([0-9a-z]{26})");
  private static final String HEAD =
      " HTTP/1.1\nHost: simpul.jambi.example\nAuthorization: Bearer health-key\n"
          + "Content-Type: application/fhir+json\nContent-Length: {{length}}\n";

  private final TownHappenings.Sender node;

  TownRecords(TownHappenings.Sender node) {
    this.node = node;
  }

  /** Makes a line happen, if it is one about health records. */
  Optional<Placeholders> prepare(String line, Placeholders values) {
    Matcher stored = STORED.matcher(line);
    Matcher renamed = RENAMED.matcher(line);
    Matcher transacted = TRANSACTED.matcher(line);
    Matcher recorded = RECORDED.matcher(line);
    Matcher certified = CERTIFIED.matcher(line);
    try {
      if (recorded.matches()) {
        boolean mistaken = recorded.group(3) != null;
        return Optional.of(values.with(recorded.group(1), dose(recorded.group(2), mistaken)));
      }
      if (certified.matches()) {
        return Optional.of(values.with(certified.group(1), certificate(certified.group(2))));
      }
      if (stored.matches()) {
        String body = organization("Puskesmas Contoh", number(stored.group(2)));
        return Optional.of(
            values.with(stored.group(1), post("/Organization", stored.group(3), body)));
      }
      Matcher erased = ERASED.matcher(line);
      if (erased.matches()) {
        node.send(
            "DELETE /fhir/r4/Organization/"
                + values.value(erased.group(1))
                + " HTTP/1.1\nHost: simpul.jambi.example\nAuthorization: Bearer custodian-key\n");
        return Optional.of(values);
      }
      Matcher housed = HOUSED.matcher(line);
      if (housed.matches()) {
        String owner = "{\"reference\":\"Organization/" + values.value(housed.group(1)) + "\"}";
        String body =
            "{\"resourceType\":\"Location\",\"name\":\"Ruang Imunisasi\",\"managingOrganization\":"
                + owner
                + "}";
        post("/Location", null, body);
        return Optional.of(values);
      }
      if (renamed.matches()) {
        rename(values.value(renamed.group(1)));
        return Optional.of(values);
      }
      if (transacted.matches()) {
        String body =
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                + organization("Puskesmas Pertama", "")
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Organization\"}}]}";
        return Optional.of(values.with(transacted.group(1), post("", transacted.group(2), body)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
    return Optional.empty();
  }

  private static String organization(String name, String more) {
    return "{\"resourceType\":\"Organization\"," + more + "\"name\":\"" + name + "\"}";
  }

  private static String number(@Nullable String number) {
    return number == null
        ? ""
        : "\"identifier\":[{\"system\":\"http://sys-ids.kemkes.go.id/organization/1571\",\"value\":\""
            + number
            + "\"}],";
  }

  private String dose(String nik, boolean mistaken) throws IOException {
    Patient person = HealthPeople.patient(Nik.parse(nik).orElseThrow(), "Bakalo Mirasi");
    String patient = "Patient/" + post("/Patient", null, json(person));
    Encounter visit = HealthPeople.encounter(patient, "K-" + nik);
    String encounter = "Encounter/" + post("/Encounter", null, json(visit));
    String dose = json(HealthPeople.dose(patient, encounter));
    String status = mistaken ? "\"entered-in-error\"" : "\"completed\"";
    return post("/Immunization", null, dose.replace("\"completed\"", status));
  }

  private String certificate(String nik) throws IOException {
    String order =
        "{\"immunization\":\""
            + dose(nik, false)
            + "\",\"prophylaxis\":\"J07BX03\",\"product\":\"EU/1/21/1529\","
            + "\"manufacturer\":\"ORG-100001699\",\"doses\":3}";
    String head = HEAD.replace("fhir+json", "json");
    Message answer = node.send("POST /simpul/v1/health-certificates.json" + head + "\n" + order);
    Matcher number = NUMBER.matcher(answer.body());
    assertThat(number.find()).as(answer.body()).isTrue();
    return number.group();
  }

  private static String json(Resource resource) {
    return new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
  }

  private String post(String path, @Nullable String key, String body) throws IOException {
    String keyed = key == null ? "" : "Idempotency-Key: " + key + "\n";
    Message answer = node.send("POST /fhir/r4" + path + HEAD + keyed + "\n" + body);
    Matcher id = ID.matcher(answer.body());
    assertThat(id.find()).as(answer.body()).isTrue();
    return id.group(1);
  }

  private void rename(String id) throws IOException {
    node.send(
        "PUT /fhir/r4/Organization/"
            + id
            + HEAD
            + "\n"
            + organization("Puskesmas Baru", "\"id\":\"" + id + "\","));
  }
}
