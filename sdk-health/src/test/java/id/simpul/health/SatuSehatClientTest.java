package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiResponse;
import id.simpul.core.CallException;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.operation.Params;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Condition;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.OtherResource;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.satusehat.Pace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SatuSehatClientTest {
  private static final Nik NIK = Rig.nik(1);
  private static final LocalDate BORN = LocalDate.of(1990, 2, 3);
  private static final String ENCODED_NIK =
      "https%3A%2F%2Ffhir.kemkes.go.id%2Fid%2Fnik%7C" + NIK.reveal();
  private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"P02\"}";
  private static final String ORGANIZATION =
      "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"Klinik\","
          + "\"meta\":{\"versionId\":\"v2\",\"lastUpdated\":\"2024-02-05T09:19:30.117614+00:00\"}}";

  @Test
  void findPatients_eachOfTheLegalShapes_isAsked() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.bundle("", PATIENT),
          Rig.bundle("", PATIENT),
          Rig.bundle("", PATIENT),
          Rig.bundle("", PATIENT),
          Rig.bundle(""));

      assertThat(rig.client.findPatientsByNik(NIK)).hasSize(1);
      assertThat(rig.client.findPatientsByNikAndName(NIK, "Budi ", BORN)).hasSize(1);
      assertThat(rig.client.findPatientsByNameAndGender("Budi", BORN, AdministrativeGender.FEMALE))
          .hasSize(1);
      assertThat(rig.client.findNewbornsByMother(NIK)).hasSize(1);
      assertThat(rig.client.findPractitionersByNik(NIK)).isEmpty();

      assertThat(rig.lines())
          .containsExactly(
              "GET /fhir-r4/v1/Patient?identifier=" + ENCODED_NIK,
              "GET /fhir-r4/v1/Patient?name=Budi&birthdate=1990-02-03&identifier=" + ENCODED_NIK,
              "GET /fhir-r4/v1/Patient?name=Budi&birthdate=1990-02-03&gender=female",
              "GET /fhir-r4/v1/Patient?identifier=" + ENCODED_NIK.replace("nik%7C", "nik-ibu%7C"),
              "GET /fhir-r4/v1/Practitioner?identifier=" + ENCODED_NIK);
    }
  }

  @Test
  void findPatients_nameTooShort_asksNothing() {
    try (Rig rig = new Rig()) {
      assertThatThrownBy(() -> rig.client.findPatientsByNikAndName(NIK, "Bu ", BORN))
          .isInstanceOf(ValidationException.class);
      rig.answers(Rig.bundle(""));
      assertThat(rig.client.findPatientsByNikAndName(NIK, "Bud", BORN)).isEmpty();
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void search_pages_areReadAsTheyAreNeeded() {
    try (Rig rig = new Rig()) {
      String next = rig.fhir() + "/Patient/?name=a%20b&_page_token=x%3D%3D";
      rig.answers(Rig.bundle(next, PATIENT, PATIENT), Rig.bundle(next + "2"), Rig.bundle(""));
      SearchResults<Patient> results =
          rig.client.search(Patient.TYPE, Params.EMPTY.with("name", "a b"));
      assertThat(rig.requests).isEmpty();

      Iterator<Patient> each = results.iterator();
      each.next();
      assertThat(rig.requests).hasSize(1);
      each.next();
      // An empty page with a link is not the end.
      assertThat(each.hasNext()).isFalse();
      assertThat(rig.lines())
          .containsExactly(
              "GET /fhir-r4/v1/Patient?name=a%20b",
              "GET /fhir-r4/v1/Patient?name=a%20b&_page_token=x%3D%3D",
              "GET /fhir-r4/v1/Patient?name=a%20b&_page_token=x%3D%3D2");
    }
  }

  @Test
  void search_iteratedTwice_asksTwice() {
    try (Rig rig = new Rig().answers(Rig.bundle("", PATIENT), Rig.bundle("", PATIENT))) {
      SearchResults<Patient> results = rig.client.findPatientsByNik(NIK);

      assertThat(results).hasSize(1);
      assertThat(results.stream()).hasSize(1);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void search_pages_keepTheRequestId() {
    try (Rig rig = new Rig().answers(Rig.bundle("", PATIENT))) {
      for (ApiResponse<Bundle> page : rig.client.findPatientsByNik(NIK).pages()) {
        assertThat(page.requestId()).contains(Rig.REQUEST_ID);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api-satusehat-dev.dto.kemkes.go.id/fhir-r4/v1/Patient/?_page_token=x",
        "http://127.0.0.1:1/fhir-r4/v1/Patient?_page_token=x",
        "OTHER/fhir-r4/v1/Patient?_page_token=x",
        "ROOT/kfa/Patient?_page_token=x",
        "ROOT/fhir-r4/v1/Observation?_page_token=x",
        "ROOT/fhir-r4/v1/Patient/../Observation?_page_token=x",
        "//evil.example/fhir-r4/v1/Patient?_page_token=x",
        "Patient?_page_token=x",
        "not a url"
      })
  void search_nextPageElsewhere_isNotFollowed(String link) {
    try (Rig rig = new Rig()) {
      String root = rig.root().toString();
      String other = root.replace("127.0.0.1", "localhost");
      rig.answers(Rig.bundle(link.replace("ROOT", root).replace("OTHER", other), PATIENT));

      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class,
              () -> rig.client.findPatientsByNik(NIK).stream().count());

      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.PAGE_ELSEWHERE);
      assertThat(failure.requestId()).contains(Rig.REQUEST_ID);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void search_pageThatCameBefore_endsIt() {
    try (Rig rig = new Rig()) {
      String one = rig.fhir() + "/Patient?_page_token=1";
      String two = rig.fhir() + "/Patient?_page_token=2";
      rig.answers(Rig.bundle(one), Rig.bundle(two), Rig.bundle(one), Rig.bundle(""));

      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class,
              () -> rig.client.findPatientsByNik(NIK).stream().count());

      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.PAGE_LOOP);
      assertThat(rig.requests).hasSize(3);
    }
  }

  @Test
  void search_maxPages_areReadAndNoneMore() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.bundle(rig.fhir() + "/Patient?_page_token=1", PATIENT));
      rig.answers(Rig.bundle("", PATIENT));
      assertThat(rig.client.findPatientsByNik(NIK).withMaxPages(2)).hasSize(2);

      rig.answers(Rig.bundle(rig.fhir() + "/Patient?_page_token=1", PATIENT));
      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class,
              () -> rig.client.findPatientsByNik(NIK).withMaxPages(1).stream().count());
      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.TOO_MANY_PAGES);
      assertThat(rig.requests).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/fhir+json;charset=utf-8"})
  void read_trapsOfTheWire_doNoHarm(String contentType) {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(
                  200,
                  ORGANIZATION.replaceFirst("\\{", "{\"plaintext\":\"{}\",\"encrypted\":\"00\","))
              .setHeader("Content-Type", contentType)
              .setHeader("Last-Modified", "Mon, 05 Feb 2024 09:19:30 UTC")
              .setHeader("ETag", "W/\"v2\""));

      ApiResponse<Organization> answer = rig.client.read(Organization.TYPE, "o1");

      assertThat(answer.requestId()).contains(Rig.REQUEST_ID);
      assertThat(answer.body().json().members()).doesNotContainKeys("plaintext", "encrypted");
      assertThat(answer.body().meta().orElseThrow().versionId()).contains("v2");
      assertThat(rig.requests.get(0).getHeaders().get("Accept")).isEqualTo("application/json");
    }
  }

  @Test
  void read_anotherKind_isUnusable() {
    try (Rig rig = new Rig().answers(Rig.json(200, PATIENT))) {
      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class, () -> rig.client.read(Organization.TYPE, "o1"));

      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.UNUSABLE);
    }
  }

  @Test
  void read_kindWithoutClass_isRead() {
    FhirType<OtherResource> medication = new FhirType<>("Medication", OtherResource.TYPE::read);
    try (Rig rig =
        new Rig().answers(Rig.json(200, "{\"resourceType\":\"Medication\",\"id\":\"m\"}"))) {
      assertThat(rig.client.read(medication, "m").body().resourceType()).isEqualTo("Medication");
    }
  }

  @Test
  void update_resource_isPut() {
    Organization changed = Organization.builder().id("o1").active(true).name("Klinik").build();
    try (Rig rig = new Rig().answers(Rig.json(200, ORGANIZATION))) {
      assertThat(rig.client.update(changed).body().name()).contains("Klinik");
      assertThat(rig.lines()).containsExactly("PUT /fhir-r4/v1/Organization/o1");
      assertThat(rig.requests.get(0).getHeaders().get("Content-Type"))
          .isEqualTo("application/json");
    }
  }

  @Test
  void update_lost_isNotRepeated() {
    Organization changed = Organization.builder().id("o1").name("Klinik").build();
    try (Rig rig =
        new Rig(config -> config.retry(RetryPolicy.STANDARD.withBaseDelay(Duration.ZERO)))) {
      rig.answers(Rig.lost(), Rig.json(200, ORGANIZATION));

      TransportException failure =
          catchThrowableOfType(TransportException.class, () -> rig.client.update(changed));
      assertThat(failure.outcomeUnknown()).isTrue();
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void read_lost_isRepeatedAsThePolicySays() {
    try (Rig rig =
        new Rig(config -> config.retry(RetryPolicy.STANDARD.withBaseDelay(Duration.ZERO)))) {
      rig.answers(Rig.lost(), Rig.json(200, ORGANIZATION));

      assertThat(rig.client.read(Organization.TYPE, "o1").body().name()).contains("Klinik");
    }
  }

  @Test
  void patch_changes_goAsJsonPatch() {
    JsonPatch patch =
        JsonPatch.builder()
            .replace("/name", "Klinik")
            .add("/alias", new JsonArray(List.of(new JsonString("K"))))
            .build();
    try (Rig rig = new Rig().answers(Rig.json(200, ORGANIZATION))) {
      assertThat(rig.client.patch(Organization.TYPE, "o1", patch).body().name()).contains("Klinik");

      assertThat(rig.lines()).containsExactly("PATCH /fhir-r4/v1/Organization/o1");
      assertThat(rig.requests.get(0).getHeaders().get("Content-Type"))
          .isEqualTo("application/json-patch+json");
      assertThat(Rig.bodyOf(rig.requests.get(0)))
          .isEqualTo(
              "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Klinik\"},"
                  + "{\"op\":\"add\",\"path\":\"/alias\",\"value\":[\"K\"]}]");
    }
  }

  @Test
  void patch_operationalStatusBelowItsRoot_sendsNothing() {
    JsonPatch below = JsonPatch.builder().replace("/operationalStatus/system", "x").build();
    JsonPatch whole = JsonPatch.builder().replace("/operationalStatus", "x").build();
    try (Rig rig = new Rig()) {
      SatuSehatRulesException failure =
          catchThrowableOfType(
              SatuSehatRulesException.class, () -> rig.client.patch(Location.TYPE, "l1", below));
      assertThat(failure.violations()).extracting(RuleViolation::rule).containsExactly(10171);
      assertThat(rig.requests).isEmpty();

      rig.answers(Rig.json(200, "{\"resourceType\":\"Location\",\"id\":\"l1\"}"));
      assertThat(rig.client.patch(Location.TYPE, "l1", whole).status()).isEqualTo(200);
    }
  }

  @Test
  void patch_documents_takeReplaceAndAddAlone() {
    assertThat(JsonPatch.of(patchOf("replace")).toJson()).isEqualTo(patchOf("replace"));
    assertThat(JsonPatch.of(patchOf("add")).toJson()).isEqualTo(patchOf("add"));
    for (String op : List.of("remove", "move", "copy", "test")) {
      assertThatThrownBy(() -> JsonPatch.of(patchOf(op))).isInstanceOf(ValidationException.class);
    }
    assertThatThrownBy(() -> JsonPatch.builder().replace("name", "x").build())
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> JsonPatch.builder().build()).isInstanceOf(ValidationException.class);
    assertThat(JsonPatch.builder().replace("/name", "Rahasia").build().toString())
        .doesNotContain("Rahasia");
  }

  @Test
  void patch_atTheLimit_isTakenAndOnePastItIsNot() {
    JsonPatch.Builder builder = JsonPatch.builder();
    for (int i = 0; i < JsonPatch.MAX_CHANGES; i++) {
      builder.replace("/name", "x");
    }
    assertThat(builder.build().changes()).hasSize(JsonPatch.MAX_CHANGES);
    assertThatThrownBy(() -> builder.replace("/name", "x").build())
        .isInstanceOf(ValidationException.class);
  }

  private static JsonArray patchOf(String op) {
    return new JsonArray(
        List.of(JsonObject.builder().put("op", op).put("path", "/name").put("value", "x").build()));
  }

  @Test
  void transact_bundle_goesToTheBaseAndIsMappedByIndex() {
    Transaction.Builder builder = Transaction.builder();
    String condition = builder.add(condition(Reference.to("Encounter/e0")));
    String other = builder.add(condition(Reference.to("Encounter/e1")));
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(
              200,
              "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":["
                  + "{\"response\":{\"status\":\"201 Created\",\"resourceType\":\"Condition\","
                  + "\"resourceID\":\"c1\",\"location\":\"https://other.example/fhir/Condition/c1/_history/v1\"}},"
                  + "{\"response\":{\"status\":\"400 Bad Request\",\"outcome\":{\"resourceType\":"
                  + "\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"duplicate\"}]}}}]}"));

      ApiResponse<List<TransactionResult>> answer = rig.client.transact(builder.build());

      assertThat(rig.lines()).containsExactly("POST /fhir-r4/v1");
      assertThat(answer.requestId()).contains(Rig.REQUEST_ID);
      TransactionResult first = answer.body().get(0);
      assertThat(first.fullUrl()).isEqualTo(condition);
      assertThat(first.stored()).isTrue();
      assertThat(first.id()).contains("c1");
      assertThat(first.versionId()).contains("v1");
      assertThat(first.resourceType()).contains("Condition");
      TransactionResult second = answer.body().get(1);
      assertThat(second.fullUrl()).isEqualTo(other);
      assertThat(second.stored()).isFalse();
      assertThat(second.problems())
          .extracting(SatuSehatProblem::kind)
          .containsExactly(SatuSehatProblem.Kind.DUPLICATE);
    }
  }

  @Test
  void transact_replyInAnotherOrder_isUnusable() {
    Transaction.Builder builder = Transaction.builder();
    builder.add(condition(Reference.to("Encounter/e0")));
    String reply =
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[{\"response\":"
            + "{\"status\":\"201 Created\",\"location\":\"https://x.example/fhir/Encounter/e9\"}}]}";
    try (Rig rig = new Rig().answers(Rig.json(200, reply))) {
      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class, () -> rig.client.transact(builder.build()));
      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.UNUSABLE);
    }
  }

  @Test
  void search_nextPageElsewhere_stillGivesThePageBefore() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.bundle("https://elsewhere.example/Patient?_page_token=x", PATIENT));

      assertThat(rig.client.findPatientsByNik(NIK).pages().iterator().next().body().entry())
          .hasSize(1);
    }
  }

  @Test
  void transact_replyThatLacksAnEntry_isUnusable() {
    Transaction.Builder builder = Transaction.builder();
    builder.add(condition(Reference.to("Encounter/e0")));
    try (Rig rig = new Rig().answers(Rig.bundle(""))) {
      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class, () -> rig.client.transact(builder.build()));
      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.UNUSABLE);
    }
  }

  @Test
  void transaction_referencesAndNames_areChecked() {
    String known = "urn:uuid:c278ec45-c7bf-4315-a3b1-9e10c3897c50";
    String unknown = "urn:uuid:833530aa-0cc2-4f6a-b694-ad2ef0a32285";
    Condition toKnown = condition(Reference.to(known));

    assertThat(Transaction.builder().add(known, toKnown).build().fullUrls()).containsExactly(known);
    ValidationException failure =
        catchThrowableOfType(
            ValidationException.class,
            () ->
                Transaction.builder()
                    .add(known, condition(Reference.to(unknown)))
                    .add(known, toKnown)
                    .add("urn:uuid:X", toKnown)
                    .build());
    assertThat(failure.violations()).hasSize(3);
    assertThatThrownBy(() -> Transaction.builder().build()).isInstanceOf(ValidationException.class);
  }

  @Test
  void transaction_atTheLimit_isTakenAndOnePastItIsNot() {
    Transaction.Builder builder = Transaction.builder();
    Condition each = condition(Reference.to("Encounter/e0"));
    for (int i = 0; i < Transaction.MAX_ENTRIES; i++) {
      builder.add(each);
    }
    assertThat(builder.build().fullUrls()).hasSize(Transaction.MAX_ENTRIES);
    builder.add(each);
    assertThatThrownBy(builder::build).isInstanceOf(ValidationException.class);
  }

  private static Condition condition(Reference encounter) {
    return Condition.builder()
        .code(CodeableConcept.of(Coding.of("http://hl7.org/fhir/sid/icd-10", "Z27.8")))
        .subject(Reference.to("Patient/P02"))
        .encounter(encounter)
        .build();
  }

  @Test
  void masterData_eachOperation_isAskedAndRead() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(
              200,
              "{\"search_code\":\"93004035\",\"result\":{\"kfa_code\":\"93004035\",\"name\":\"Vaksin\","
                  + "\"active\":true,\"farmalkes_type\":{\"code\":\"vaccine\"},"
                  + "\"rute_pemberian\":{\"code\":\"inj.intramuscular\"}}}"),
          Rig.json(
              200,
              "{\"total\":17885,\"page\":1,\"size\":1,\"items\":{\"data\":[{\"kfa_code\":\"93\"}]}}"),
          Rig.json(
              200,
              "{\"status\":200,\"error\":false,\"message\":\"success\",\"data\":[{\"code\":\"1571\","
                  + "\"parent_code\":\"15\",\"bps_code\":\"1571\",\"name\":\"Kota Jambi\"}]}"),
          Rig.json(
              200,
              "{\"status_code\":200,\"page\":1,\"total_page\":1820,\"data\":[{\"kode_satusehat\":"
                  + "\"1000\",\"kode_sarana\":\"15\",\"nama\":\"Klinik\",\"website\":null}]}"));
      SatuSehatMasterData data = rig.client.masterData();

      KfaProduct product = data.getProduct("93004035").body();
      assertThat(product.name()).contains("Vaksin");
      assertThat(product.active()).isTrue();
      assertThat(product.type()).contains("vaccine");
      assertThat(product.route()).contains("inj.intramuscular");
      assertThat(data.listProducts("farmasi", 1, 1).body().totalItems()).isEqualTo(17885);
      assertThat(data.listRegions(MasterRegion.Level.CITIES, List.of("15", "31")).body())
          .containsExactly(new MasterRegion("1571", "15", "1571", "Kota Jambi"));
      MasterPage<MasterFacility> facilities = data.listFacilities("138", 1, 10).body();
      assertThat(facilities.items().get(0).organizationId()).contains("1000");
      assertThat(rig.lines())
          .containsExactly(
              "GET /kfa-v2/products?identifier=kfa&code=93004035",
              "GET /kfa-v2/products/all?page=1&size=1&product_type=farmasi",
              "GET /masterdata/v1/cities?province_codes=15%2C31",
              "GET /masterdata/v1/mastersaranaindex/mastersarana?page=1&limit=10&jenis_sarana=138");
    }
  }

  @Test
  void masterData_limits_areKept() {
    try (Rig rig = new Rig()) {
      SatuSehatMasterData data = rig.client.masterData();
      List<String> most = Collections.nCopies(SatuSehatMasterData.MAX_CODES, "1");
      List<String> tooMany = Collections.nCopies(SatuSehatMasterData.MAX_CODES + 1, "1");
      assertThatThrownBy(() -> data.listRegions(MasterRegion.Level.CITIES, tooMany))
          .isInstanceOf(ValidationException.class);
      assertThatThrownBy(() -> data.listRegions(MasterRegion.Level.CITIES, List.of()))
          .isInstanceOf(ValidationException.class);
      assertThatThrownBy(() -> data.listProducts("x", 1, SatuSehatMasterData.MAX_PAGE_SIZE + 1))
          .isInstanceOf(ValidationException.class);
      assertThatThrownBy(() -> data.listFacilities("x", 0, 1))
          .isInstanceOf(ValidationException.class);
      rig.answers(Rig.json(200, "{\"items\":{\"data\":[]}}"));
      assertThat(data.listProducts("x", 1, SatuSehatMasterData.MAX_PAGE_SIZE).body().items())
          .isEmpty();
      rig.answers(Rig.json(200, "{\"data\":[]}"));
      assertThat(data.listRegions(MasterRegion.Level.CITIES, most).body()).isEmpty();
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void read_noId_isRefusedBeforeItIsSent() {
    try (Rig rig = new Rig()) {
      for (String id : List.of("", "a/b", "x".repeat(65))) {
        assertThatThrownBy(() -> rig.client.read(Organization.TYPE, id))
            .isInstanceOf(ValidationException.class);
      }
      assertThat(rig.requests).isEmpty();
      rig.answers(Rig.json(200, ORGANIZATION));
      assertThat(rig.client.read(Organization.TYPE, "x".repeat(64)).status()).isEqualTo(200);
    }
  }

  @Test
  void update_versionGiven_isSentOnlyIfNobodyChangedIt() {
    Organization organization = Organization.builder().id("o1").name("Klinik").build();
    try (Rig rig = new Rig()) {
      rig.answers(Rig.json(200, ORGANIZATION), Rig.outcome(412, "conflict", "changed"));
      assertThat(rig.client.update(organization, "v2").status()).isEqualTo(200);
      JsonPatch patch = JsonPatch.builder().replace("/name", "x").build();
      assertThatThrownBy(() -> rig.client.patch(Organization.TYPE, "o1", "v2", patch))
          .isInstanceOfSatisfying(
              SatuSehatRefusedException.class,
              e -> assertThat(e.kind()).isEqualTo(SatuSehatProblem.Kind.STATE_CONFLICT));

      assertThat(rig.requests)
          .extracting(r -> r.getHeaders().get("If-Match"))
          .containsExactly("W/\"v2\"", "W/\"v2\"");
      assertThatThrownBy(() -> rig.client.update(organization, "v\"2"))
          .isInstanceOf(ValidationException.class);
    }
  }

  @Test
  void search_plusInAPageToken_isNoSpace() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.bundle(rig.fhir() + "/Patient?name=a+b&_page_token=x+y%2Bz", PATIENT),
          Rig.bundle(""));
      assertThat(rig.client.findPatientsByNik(NIK)).hasSize(1);
      assertThat(rig.lines().get(1))
          .isEqualTo("GET /fhir-r4/v1/Patient?name=a%20b&_page_token=x%2By%2Bz");
    }
  }

  @Test
  void search_linkAtItsLimit_isFollowedAndOnePastIsNot() {
    try (Rig rig = new Rig()) {
      String link = rig.fhir() + "/Patient?_page_token=";
      String longest = link + "x".repeat(16 * 1024 - link.length());
      rig.answers(Rig.bundle(longest, PATIENT), Rig.bundle(longest + "x", PATIENT));
      SatuSehatAnswerException failure =
          catchThrowableOfType(
              SatuSehatAnswerException.class,
              () -> rig.client.findPatientsByNik(NIK).stream().count());
      assertThat(failure.reason()).isEqualTo(SatuSehatAnswerException.Reason.PAGE_ELSEWHERE);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void search_pagesAtTheDefaultLimit_areReadAndOneMoreIsNot() {
    for (int more : List.of(0, 1)) {
      try (Rig rig = new Rig()) {
        for (int i = 1; i < SearchResults.MAX_PAGES + more; i++) {
          rig.answers(Rig.bundle(rig.fhir() + "/Patient?_page_token=" + i, PATIENT));
        }
        rig.answers(Rig.bundle("", PATIENT));
        SearchResults<Patient> found = rig.client.findPatientsByNik(NIK);
        if (more == 0) {
          assertThat(found).hasSize(SearchResults.MAX_PAGES);
        } else {
          assertThat(
                  catchThrowableOfType(SatuSehatAnswerException.class, () -> found.stream().count())
                      .reason())
              .isEqualTo(SatuSehatAnswerException.Reason.TOO_MANY_PAGES);
        }
      }
    }
  }

  @Test
  void call_brokenAnswer_namesTheExchange() {
    try (Rig rig = new Rig().answers(Rig.json(200, "nothing"))) {
      assertThatThrownBy(() -> rig.client.read(Organization.TYPE, "o1"))
          .isInstanceOfSatisfying(
              CallException.class, e -> assertThat(e.requestId()).contains(Rig.REQUEST_ID));
    }
  }

  @Test
  void call_tokenThatNeverComes_takesNoLongerThanTheCallMay() {
    try (Rig rig = new Rig()) {
      rig.tokenAnswers(Rig.token("t").onResponseStart(SocketEffect.Stall.INSTANCE));
      SatuSehatClient hurried =
          rig.client.withOptions(RequestOptions.NONE.withTimeout(Duration.ofMillis(300)));
      long begun = System.nanoTime();
      assertThatThrownBy(() -> hurried.read(Organization.TYPE, "o1"))
          .isInstanceOf(SatuSehatTokenException.class);
      // The attempt alone might take ten seconds.
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      assertThat(rig.requests).isEmpty();
    }
  }

  @Test
  void call_hugeTimeout_isTaken() {
    try (Rig rig = new Rig().answers(Rig.json(200, ORGANIZATION))) {
      Duration huge = Duration.ofSeconds(Long.MAX_VALUE);
      SatuSehatClient patient = rig.client.withOptions(RequestOptions.NONE.withTimeout(huge));
      assertThat(patient.read(Organization.TYPE, "o1").status()).isEqualTo(200);
    }
  }

  @Test
  void call_sharedPace_holdsBothClientsBack() {
    SatuSehatPace pace = SatuSehatPace.create();
    try (Rig one = new Rig(config -> {}, builder -> builder.pace(pace));
        Rig other =
            new Rig(
                config ->
                    config.timeouts(
                        new Timeouts(
                            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5))),
                builder -> builder.pace(pace))) {
      one.answers(Rig.json(429, "{}").setHeader("Retry-After", "60"));
      other.answers(Rig.json(200, ORGANIZATION));
      assertThatThrownBy(() -> one.client.read(Organization.TYPE, "o1"))
          .isInstanceOf(SatuSehatRefusedException.class);
      assertThatThrownBy(() -> other.client.read(Organization.TYPE, "o1"))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.OVERLOADED));
      assertThat(other.requests).isEmpty();
    }
  }

  @Test
  void call_repeatedByThePipeline_waitsForThePaceEachTime() {
    Pace pace = new Pace(Duration.ofSeconds(30));
    try (Rig rig =
        new Rig(
            config -> config.retry(RetryPolicy.STANDARD.withBaseDelay(Duration.ZERO)),
            builder -> builder.pace(new SatuSehatPace(pace)))) {
      rig.answers(Rig.json(503, "{}"), Rig.json(200, ORGANIZATION));
      SatuSehatClient hurried =
          rig.client.withOptions(RequestOptions.NONE.withTimeout(Duration.ofSeconds(10)));
      assertThatThrownBy(() -> hurried.read(Organization.TYPE, "o1"))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.OVERLOADED));
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void close_whileACallWaitsForRoom_endsIt() throws Exception {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.json(429, "{}").setHeader("Retry-After", "15"));
      assertThatThrownBy(() -> rig.client.read(Organization.TYPE, "o1"))
          .isInstanceOf(SatuSehatRefusedException.class);
      CompletableFuture<ApiResponse<Organization>> waiting =
          rig.client.async().read(Organization.TYPE, "o1");
      rig.client.close();
      assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TransportException.class);
    }
  }

  @Test
  void async_calls_yieldWhatTheWaitingClientDoes() throws Exception {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.bundle(rig.fhir() + "/Patient?_page_token=1", PATIENT),
          Rig.bundle("", PATIENT),
          Rig.outcome(404, "not-found", "no"),
          Rig.json(201, ORGANIZATION));
      SatuSehatAsyncClient async = rig.client.async();

      assertThat(async.findPatientsByNik(NIK).get(20, TimeUnit.SECONDS)).hasSize(2);
      CompletableFuture<ApiResponse<Organization>> missing = async.read(Organization.TYPE, "o9");
      assertThatThrownBy(() -> missing.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SatuSehatRefusedException.class);
      Organization organization = Organization.builder().name("Klinik").build();
      assertThat(async.create(organization).get(20, TimeUnit.SECONDS).state())
          .isEqualTo(WriteState.CONFIRMED);
    }
  }

  @Test
  void async_cancelled_closesTheSocket() throws Exception {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.json(200, ORGANIZATION).onResponseStart(SocketEffect.Stall.INSTANCE));
      CountDownLatch ended = new CountDownLatch(1);
      CompletableFuture<Integer> derived =
          rig.client.async().read(Organization.TYPE, "o1").thenApply(ApiResponse::status);
      Thread watcher =
          new Thread(() -> {
            while (rig.attempts.stream().noneMatch(a -> a.result().endsWith("cancelled"))) {
              Thread.onSpinWait();
            }
            ended.countDown();
          });
      watcher.setDaemon(true);
      watcher.start();
      while (rig.requests.isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(derived.cancel(true)).isTrue();
      assertThat(ended.await(8, TimeUnit.SECONDS)).as("before the attempt's own timeout").isTrue();
    }
  }

  @Test
  void call_waitAskedForWithAnotherRefusal_holdsNothingBack() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(404, "{}").setHeader("Retry-After", "3600"), Rig.json(200, ORGANIZATION));
      assertThatThrownBy(() -> rig.client.read(Organization.TYPE, "o1"))
          .isInstanceOf(SatuSehatRefusedException.class);

      assertThat(rig.client.read(Organization.TYPE, "o1").status()).isEqualTo(200);
    }
  }

  @Test
  void call_spikeArrestAgainAndAgain_waitsLongerEachTime() {
    String fault =
        "{\"fault\":{\"faultstring\":\"Spike arrest violation\",\"detail\":"
            + "{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}";
    Pace pace = new Pace(Duration.ofMillis(20));
    try (Rig rig = new Rig(config -> {}, builder -> builder.pace(new SatuSehatPace(pace)))) {
      for (int i = 0; i < 6; i++) {
        rig.answers(Rig.json(500, fault));
        assertThatThrownBy(() -> rig.client.read(Organization.TYPE, "o1"))
            .isInstanceOf(SatuSehatRefusedException.class);
      }
      assertThat(pace.admit(System.nanoTime())).isGreaterThan(Duration.ofMillis(40).toNanos());
    }
  }

  @Test
  void call_pausedForLongerThanItMayTake_sendsNothing() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(429, "{}").setHeader("Retry-After", "3600"), Rig.json(200, ORGANIZATION));
      assertThatThrownBy(() -> rig.client.read(Organization.TYPE, "o1"))
          .isInstanceOf(SatuSehatRefusedException.class);
      SatuSehatClient hurried =
          rig.client.withOptions(RequestOptions.NONE.withTimeout(Duration.ofSeconds(1)));

      TransportException failure =
          catchThrowableOfType(
              TransportException.class, () -> hurried.read(Organization.TYPE, "o1"));
      assertThat(failure.kind()).isEqualTo(TransportException.Kind.OVERLOADED);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void create_rulesBroken_sendsNothing() {
    Encounter bare =
        Encounter.builder()
            .status("arrived")
            .encounterClass(Coding.of("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"))
            .addIdentifier(Identifier.of(IdentifierSystems.ownRecords("encounter", "77"), "1"))
            .build();
    try (Rig rig = new Rig()) {
      SatuSehatRulesException failure =
          catchThrowableOfType(SatuSehatRulesException.class, () -> rig.client.create(bare));

      assertThat(failure.violations())
          .extracting(RuleViolation::rule)
          .containsExactly(10117, 10118, 10119, 10120, 10122, 10124, 10121);
      assertThat(rig.client.check(bare)).isEqualTo(failure.violations());
      assertThat(rig.requests).isEmpty();
      assertThat(rig.states).isEmpty();
    }
  }
}
