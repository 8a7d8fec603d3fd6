package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Nik;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.system.FhirHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the entries of a transaction point at each other, and what they may do to each other. */
class FhirTransactionTest {
  private static final String URN = "urn:uuid:0b2a7c0e-1f8e-4a58-9f4b-0a3b7e0f3c01";
  private static final Pattern LOCATION =
      Pattern.compile("\"location\":\"[^\"]*/fhir/r4/([^\"]+)\"");

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(75);
  private final Nik nik = people.nik();
  private TestTown town;
  private FhirHttp worker;

  @BeforeEach
  void start() throws IOException {
    town =
        TestTown.start(
            folder.resolve("data"),
            new SettableClock(Instant.parse("2026-11-22T02:00:00Z")),
            config -> config.health(NodeHealth.NONE.serving()));
    worker = new FhirHttp(town.base()).as(TestTown.HEALTH);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private static String organization(String more) {
    return "{\"resourceType\":\"Organization\",\"name\":\"Klinik\"" + more + "}";
  }

  private static String partOf(String reference) {
    return organization(",\"partOf\":{\"reference\":\"" + reference + "\"}");
  }

  private static String post(String fullUrl, String resource) {
    String kind = resource.replaceFirst("(?s).*?\"resourceType\":\"([A-Za-z]+)\".*", "$1");
    return entry(fullUrl, resource, "\"method\":\"POST\",\"url\":\"" + kind + "\"");
  }

  private static String entry(String fullUrl, String resource, String request) {
    String name = fullUrl.isEmpty() ? "" : "\"fullUrl\":\"" + fullUrl + "\",";
    return "{" + name + "\"resource\":" + resource + ",\"request\":{" + request + "}}";
  }

  private Answer send(String... entries) throws IOException, InterruptedException {
    return worker.post(
        "",
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
            + (String.join(",", entries) + "]}"));
  }

  /** What became of the entries, with their versions. */
  private List<String> stored(String... entries) throws IOException, InterruptedException {
    Answer answer = send(entries);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> places = new ArrayList<>();
    for (Matcher place = LOCATION.matcher(answer.body()); place.find(); ) {
      places.add(place.group(1));
    }
    assertThat(places).hasSameSizeAs(entries);
    return places;
  }

  private String read(String place) throws IOException, InterruptedException {
    return worker.get("/" + place).body();
  }

  private static String bare(String place) {
    return place.replaceFirst("/_history/.*", "");
  }

  private static void refused(Answer answer, int status, String code, String where) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"" + where + "\"");
  }

  @Test
  void transact_relativeReferences_areReadBesideTheEntryThatSaysThem() throws Exception {
    List<String> places =
        stored(
            post("https://klinik.example/fhir/Organization/t1", organization("")),
            post("https://klinik.example/fhir/Organization/t2", partOf("Organization/t1")),
            post("https://lain.example/fhir/Organization/t3", partOf("Organization/t1")),
            post(
                "https://lain.example/fhir/Organization/t4",
                partOf("https://klinik.example/fhir/Organization/t1/_history/7")),
            post("", partOf("Organization/t1")));

    String first = bare(places.get(0));
    assertThat(read(places.get(1))).contains("\"reference\":\"" + first + "\"");
    // Another server's Organization/t1 is another organization, and so is this node's.
    assertThat(read(places.get(2))).contains("\"reference\":\"Organization/t1\"");
    assertThat(read(places.get(3))).contains("\"reference\":\"" + first + "/_history/1\"");
    assertThat(read(places.get(4))).contains("\"reference\":\"Organization/t1\"");
  }

  @Test
  void transact_versionOfARecordThatWasThere_staysTheOneThatIsNamed() throws Exception {
    String place = bare(stored(post("", organization(""))).get(0));
    String there = organization(",\"id\":\"" + place.substring("Organization/".length()) + "\"");
    String put = "\"method\":\"PUT\",\"url\":\"" + place + "\"";
    String name = town.base() + "/fhir/r4/" + place;
    stored(entry("", there, put));

    List<String> places =
        stored(
            entry(name, there, put),
            post("", partOf(place + "/_history/1")),
            post("", partOf(name + "/_history/1")),
            post("", partOf(name)));

    assertThat(places.get(0)).isEqualTo(place + "/_history/3");
    assertThat(read(places.get(1))).contains("\"reference\":\"" + place + "/_history/1\"");
    assertThat(read(places.get(2))).contains("\"reference\":\"" + name + "/_history/1\"");
    assertThat(read(places.get(3))).contains("\"reference\":\"" + place + "\"");

    places = stored(entry(URN, there, put), post("", partOf(URN + "/_history/1")));
    assertThat(read(places.get(1))).contains("\"reference\":\"" + place + "/_history/4\"");
  }

  @Test
  void transact_namesInUrisAndNarratives_areReplacedAndTextsAreNot() throws Exception {
    String url = "\"url\":\"https://simpul.example/x\"";
    List<String> places =
        stored(
            post(URN, organization("")),
            post(
                "",
                organization(
                    ",\"extension\":[{%s,\"valueUri\":\"%s\"}],".formatted(url, URN)
                        + "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/"
                        + "xhtml'><a href='%s'>induk</a> %s</div>\"},".formatted(URN, URN)
                        + "\"identifier\":[{\"system\":\"urn:ietf:rfc:3986\",\"value\":\""
                        + URN
                        + "\"}]")));

    String first = bare(places.get(0));
    assertThat(read(places.get(1)))
        .contains(
            "\"valueUri\":\"" + first + "\"",
            "<a href='" + first + "'>induk</a> " + URN,
            "\"value\":\"" + URN + "\"");
  }

  @Test
  void transact_searchAsAReference_isRefusedUnlessItIsElsewhere() throws Exception {
    refused(
        send(post("", partOf("Organization?identifier=x%7C1"))),
        400,
        "not-supported",
        "Bundle.entry[0].resource.partOf.reference");

    String elsewhere = "https://klinik.example/organisasi?id=1";
    assertThat(read(stored(post("", partOf(elsewhere))).get(0))).contains(elsewhere);
  }

  private String patient(String id, String identifier) {
    return "{\"resourceType\":\"Patient\"" + id + ",\"gender\":\"female\"" + identifier + "}";
  }

  @Test
  void transact_populationNumberThatMoves_isTakenByTheOtherWhateverTheOrder() throws Exception {
    byte[] whole = Json.toBytes(HealthPeople.patient(nik, people.name()).json());
    String first = worker.post("/Patient", new String(whole, StandardCharsets.UTF_8)).id();
    String number =
        ",\"identifier\":[{\"system\":\"https://fhir.kemkes.go.id/id/nik\",\"value\":\""
            + (nik.reveal() + "\"}]");
    String without =
        entry(
            "",
            patient(",\"id\":\"" + first + "\"", ""),
            "\"method\":\"PUT\",\"url\":\"Patient/" + first + "\"");

    List<String> places = stored(post("", patient("", number)), without);

    String find = "/Patient?identifier=https://fhir.kemkes.go.id/id/nik%7C" + nik.reveal();
    assertThat(worker.get(find).body())
        .contains("\"total\":1", bare(places.get(0)).substring("Patient/".length()));
    Answer again = worker.post("/Patient", patient("", number));
    assertThat(again.status()).as(again.body()).isEqualTo(400);
  }

  @Test
  void transact_replacingWhatIsNotThere_namesTheEntry() throws Exception {
    String none = organization(",\"id\":\"tidak-ada\"");
    String there =
        organization(
            ",\"id\":\""
                + bare(stored(post("", organization(""))).get(0))
                    .substring("Organization/".length())
                + "\"");
    String id = there.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    String put = "\"method\":\"PUT\",\"url\":\"Organization/";

    refused(
        send(post("", organization("")), entry("", none, put + "tidak-ada\"")),
        400,
        "not-found",
        "Bundle.entry[1].request.url");
    refused(
        send(entry("", there, put + id + "\",\"ifMatch\":\"satu\"")),
        400,
        "structure",
        "Bundle.entry[0].request.ifMatch");
    refused(
        send(entry("", there, put + id + "\",\"ifMatch\":\"W/\\\"7\\\"\"")),
        412,
        "conflict",
        "Bundle.entry[0].request.ifMatch");
    assertThat(worker.get("/Organization").body()).contains("\"total\":1");
  }

  @Test
  void transact_replacingWhatIsNotMeant_isRefusedAsASinglePutIs() throws Exception {
    String place = bare(stored(post("", organization(""))).get(0));
    String id = place.substring("Organization/".length());
    String there = organization(",\"id\":\"" + id + "\"");
    String put = "\"method\":\"PUT\",\"url\":\"" + place + "\",";
    String where = "Bundle.entry[0].request.";

    for (String tags : List.of("*", "W/\\\"1\\\"")) {
      refused(
          send(entry("", there, put + "\"ifNoneMatch\":\"" + tags + "\"")),
          412,
          "conflict",
          where + "ifNoneMatch");
    }
    refused(
        send(entry("", there, put + "\"ifNoneMatch\":\"satu\"")),
        400,
        "structure",
        where + "ifNoneMatch");
    refused(
        send(entry("", there, put + "\"ifModifiedSince\":\"2026-11-22T02:00:00Z\"")),
        400,
        "not-supported",
        where + "ifModifiedSince");
    assertThat(read(place)).contains("\"versionId\":\"1\"");

    // Another version than the one that is there may be replaced.
    assertThat(stored(entry("", there, put + "\"ifNoneMatch\":\"W/\\\"7\\\"\"")))
        .containsExactly(place + "/_history/2");
  }
}
