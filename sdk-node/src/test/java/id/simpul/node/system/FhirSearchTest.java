package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Nik;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.system.FhirHttp.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of health records, and their pages. */
class FhirSearchTest {
  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(74);
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

  private String stored(Nik number) throws IOException, InterruptedException {
    byte[] patient = Json.toBytes(HealthPeople.patient(number, people.name()).json());
    Answer answer = worker.post("/Patient", new String(patient, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.id();
  }

  private static String organization(String name) {
    return "{\"resourceType\":\"Organization\",\"name\":\"" + name + "\"}";
  }

  private List<String> organizations(int count) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(worker.post("/Organization", organization("Puskesmas Contoh " + i)).id());
    }
    return ids;
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body())
        .contains("\"resourceType\":\"OperationOutcome\"", "\"code\":\"" + code + "\"");
  }

  private static String identifiers(Nik... numbers) {
    List<String> tokens = new ArrayList<>();
    for (Nik number : numbers) {
      tokens.add("https://fhir.kemkes.go.id/id/nik|" + number.reveal());
    }
    return "identifier=" + URLEncoder.encode(String.join(",", tokens), StandardCharsets.UTF_8);
  }

  @Test
  void searchByForm_severalPages_areReadThroughLinksThatNameNobody() throws Exception {
    Nik other = people.nik();
    List<String> ids = List.of(stored(nik), stored(other));
    stored(people.nik());

    Answer first = worker.form("/Patient/_search", identifiers(nik, other) + "&_count=1");
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).contains("\"total\":2", ids.get(0)).doesNotContain(ids.get(1));
    // What the server understood is said once, to whom it was asked by.
    assertThat(first.link("self")).contains(nik.reveal(), other.reveal());

    Answer second = worker.follow(first, "next");
    assertThat(second.body()).contains("/Patient/" + ids.get(1)).doesNotContain(ids.get(0));
    assertThat(second.link("next")).isEmpty();
    for (String url :
        List.of(
            first.link("next"), first.link("first"), second.link("self"), second.link("first"))) {
      assertThat(url).contains("/Patient?_page_token=_").doesNotContain(nik.reveal(), "count");
    }
    assertThat(worker.follow(second, "first").body()).contains(ids.get(0));
  }

  @Test
  void searchByForm_parametersInUrlAndForm_holdTogether() throws Exception {
    organizations(1);

    assertThat(worker.form("/Organization/_search?name=puskesmas", "name=contoh").body())
        .contains("\"total\":1");
    assertThat(worker.form("/Organization/_search?name=puskesmas", "name=lain").body())
        .contains("\"total\":0");
    refused(worker.form("/Organization/_search", "colour=red"), 400, "not-supported");
    refused(worker.post("/Organization/_search", "{}"), 415, "not-supported");
  }

  @Test
  void search_sealedPageThatIsNoneOfThisKind_isRefused() throws Exception {
    organizations(2);
    Answer first = worker.form("/Organization/_search", "name=puskesmas&_count=1");
    String token = first.link("next").replaceFirst(".*_page_token=", "");

    assertThat(worker.get("/Organization?_format=json&_page_token=" + token).status())
        .isEqualTo(200);
    refused(worker.get("/Location?_page_token=" + token), 400, "value");
    refused(worker.get("/Organization?_page_token=" + token + "AAAA"), 400, "value");
    refused(worker.get("/Organization?_page_token=_AAAA"), 400, "value");
    refused(worker.get("/Organization?_page_token=_~"), 400, "value");
    refused(worker.get("/Organization?name=lain&_page_token=" + token), 400, "conflict");
  }

  @Test
  void searchByForm_atAndPastTheMostBytes() throws Exception {
    String most = "_id=" + "a".repeat(4096 - "_id=".length());

    Answer answer = worker.form("/Patient/_search", most);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(worker.follow(answer, "first").status()).isEqualTo(200);
    refused(worker.form("/Patient/_search", most + "b"), 413, "too-long");
  }

  @Test
  void search_pageBehindNothingOfThisKind_isRefused() throws Exception {
    String id = organizations(1).get(0);

    assertThat(worker.get("/Organization?_page_token=" + id).status()).isEqualTo(200);
    refused(worker.get("/Organization?_page_token=tidak-ada"), 400, "value");
    refused(worker.get("/Location?_page_token=" + id), 400, "value");
  }

  @Test
  void history_moreThanAPage_isReadThroughItsLinks() throws Exception {
    String path = "/Organization/" + organizations(1).get(0);
    for (int i = 2; i <= 5; i++) {
      String change = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Nama " + i + "\"}]";
      assertThat(worker.patch(path, change).status()).isEqualTo(200);
    }
    Answer page = worker.get(path + "/_history?_count=2");
    assertThat(page.link("self")).endsWith(path + "/_history?_count=2");
    StringBuilder all = new StringBuilder(page.body());
    while (!page.link("next").isEmpty()) {
      assertThat(page.body()).contains("\"total\":5");
      page = worker.follow(page, "next");
      all.append(page.body());
    }

    for (int i = 1; i <= 5; i++) {
      assertThat(all.toString()).containsOnlyOnce("\"etag\":\"W/\\\"" + i + "\\\"\"");
    }
    assertThat(worker.get(path + "/_history?_count=0").body())
        .contains("\"total\":5")
        .doesNotContain("\"entry\"");
    refused(worker.get(path + "/_history?_since=2026-01-01T00:00:00Z"), 400, "not-supported");
    refused(worker.get(path + "/_history?_page_token=x"), 400, "value");
  }
}
