package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.RequestOptions;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Observation;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.satusehat.SafeWrite;
import id.simpul.health.internal.satusehat.SatuSehatCalls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One write against a server with every trap the national one is known to have. */
class SafeWriteTest {
  private static final String INTERNAL =
      "https://healthcare.googleapis.com/v1/projects/dto-ihs-stg/fhir/Immunization/i1/_history/v1";

  static Immunization dose() {
    return Immunization.builder()
        .status(Immunization.COMPLETED)
        .vaccineCode(
            CodeableConcept.of(
                Coding.of(IdentifierSystems.KFA, "93004035", "Vaksin"),
                Coding.of(IdentifierSystems.KFA, "VG213"),
                Coding.of("http://hl7.org/fhir/sid/cvx", "210")))
        .patient(Reference.to("Patient/P02", "Warga"))
        .encounter(Reference.to("Encounter/e1"))
        .occurrenceDateTime(FhirDateTime.of(Instant.parse("2026-11-22T02:00:00Z")))
        .primarySource(true)
        .location(Reference.to("Location/l1"))
        .lotNumber("L-1")
        .expirationDate(FhirDate.of(LocalDate.of(2027, 1, 1)))
        .addPerformer(
            Immunization.Performer.of(
                CodeableConcept.of(
                    Coding.of("http://terminology.hl7.org/CodeSystem/v2-0443", "AP")),
                Reference.to("Practitioner/N10000001")))
        .addProtocolApplied(Immunization.ProtocolApplied.ofDose(1))
        .build();
  }

  /** The record as the server shows it: with what it adds, and its own way of writing. */
  private static String stored(Resource resource, String id, String... changes) {
    String json = new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(json).contains(changes[i]);
      json = json.replace(changes[i], changes[i + 1]);
    }
    return json.replaceFirst(
        "\\{",
        "{\"id\":\""
            + id
            + "\",\"identifier\":[],\"meta\":{\"versionId\":\"v1\"},\"recorded\":\"2026-11-22\",");
  }

  private static MockResponse.Builder created() {
    return Rig.json(201, stored(dose(), "i1"))
        .setHeader("Location", INTERNAL)
        .setHeader("Last-Modified", "Mon, 05 Feb 2024 14:54:09 UTC")
        .setHeader("ETag", "W/\"v1\"");
  }

  private static MockResponse.Builder duplicate() {
    return Rig.outcome(400, "duplicate", "Found duplicate resource: Immunization");
  }

  @Test
  void create_stored_isConfirmedWithTheIdOfTheBody() {
    try (Rig rig = new Rig().answers(created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(result)
          .isEqualTo(new WriteResult.Confirmed<Immunization>("i1", "v1", Rig.REQUEST_ID));
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.CONFIRMED);
      // The location is not followed.
      assertThat(rig.lines()).containsExactly("POST /fhir-r4/v1/Immunization");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":true,\"message\":\"ok\",\"data\":{\"patient_id\":\"P03\"}}",
        "{\"success\":true,\"data\":{\"Patient_id\":\"P03\"}}",
        "{\"create_patient\":{\"success\":true,\"data\":{\"patient_id\":\"P03\"}}}"
      })
  void create_patientWithAnOldReply_isConfirmed(String body) {
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      rig.answers(Rig.json(201, body));

      assertThat(rig.client.create(patient()))
          .isEqualTo(new WriteResult.Confirmed<Patient>("P03", "", Rig.REQUEST_ID));
    }
  }

  private static Patient patient() {
    return Patient.builder()
        .addIdentifier(Identifier.of(IdentifierSystems.NIK, Rig.nik(3).reveal()))
        .addName(HumanName.builder().use("official").text("WARGA CONTOH").build())
        .gender("female")
        .birthDate(FhirDate.of(LocalDate.of(1990, 2, 3)))
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 422})
  void create_refused_isRejectedAndNeverRepeated(int status) {
    MockResponse.Builder answer = Rig.outcome(status, "value", "no");
    try (Rig rig = new Rig().answers(answer, answer, created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(result).isInstanceOf(WriteResult.Rejected.class);
      WriteResult.Rejected<Immunization> rejected = (WriteResult.Rejected<Immunization>) result;
      assertThat(rejected.refusal().status()).isEqualTo(status);
      assertThat(rejected.refusal().requestId()).contains(Rig.REQUEST_ID);
      assertThat(rig.states).endsWith(WriteState.REJECTED);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|{}",
        "403|{\"message\":\"Access denied from this address\"}",
        "403|{\"fault\":{\"faultstring\":\"no\",\"detail\":{\"errorcode\":\"accesscontrol.IPDenied\"}}}",
        "403|<html>Forbidden</html>",
        "404|{\"detail\":\"Not Found\"}"
      })
  void create_gatewayLetsNothingThrough_isNotSent(int status, String body) {
    try (Rig rig = new Rig().answers(Rig.json(status, body), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOf(SatuSehatRefusedException.class);
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.NEW);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void create_tokenRefusedTwice_isNotSent() {
    try (Rig rig = new Rig().answers(Rig.json(401, "{}"), Rig.json(401, "{}"), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOf(SatuSehatRefusedException.class);
      // A token that is not accepted is renewed once; the server has not looked at the rest.
      assertThat(rig.requests).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500})
  void create_tooMuch_isNotSent(int status) {
    String fault =
        "{\"fault\":{\"faultstring\":\"Spike arrest violation\",\"detail\":"
            + "{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}";
    try (Rig rig = new Rig().answers(Rig.json(status, fault), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOfSatisfying(
              SatuSehatRefusedException.class,
              e -> assertThat(e.kind()).isEqualTo(SatuSehatProblem.Kind.THROTTLED));
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.NEW);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void create_statusNobodyForesaw_isUnknownUntilFound() {
    try (Rig rig = new Rig().answers(Rig.json(499, "{}"), Rig.bundle("", stored(dose(), "i1")))) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_duplicateInWordsAlone_isAConflict() {
    MockResponse.Builder answer = Rig.outcome(400, "value", "Found duplicate resource");
    try (Rig rig = new Rig().answers(answer)) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.CONFLICT);
    }
  }

  @Test
  void create_duplicateAtOnce_isAConflict() {
    try (Rig rig = new Rig().answers(duplicate())) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.CONFLICT);
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.CONFLICT);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 0, 201})
  void create_outcomeUnknownAndFound_isAdopted(int status) {
    MockResponse.Builder answer =
        switch (status) {
          case 0 -> Rig.lost();
          // It says that it stored something, and not what.
          case 201 -> Rig.json(201, "{\"resourceType\":\"Immunization\"}");
          default -> Rig.json(status, "{}");
        };
    try (Rig rig = new Rig()) {
      rig.answers(
          answer,
          Rig.bundle(
              "",
              stored(dose(), "other", "Encounter/e1", "Encounter/e2"),
              stored(dose(), "i1", "2026-11-22T02:00:00+00:00", "2026-11-22T02:00:00Z")));

      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Adopted<Immunization>) result).id()).isEqualTo("i1");
      assertThat(rig.states)
          .containsExactly(WriteState.SENDING, WriteState.UNKNOWN, WriteState.ADOPTED);
      assertThat(rig.lines())
          .containsExactly(
              "POST /fhir-r4/v1/Immunization", "GET /fhir-r4/v1/Immunization?patient=P02");
    }
  }

  @Test
  void create_timedOut_isSearchedForBeforeAnythingElse() {
    Timeouts hurried =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(20));
    try (Rig rig = new Rig(config -> config.timeouts(hurried))) {
      rig.answers(Rig.json(201, "{}").onResponseStart(SocketEffect.Stall.INSTANCE));
      rig.answers(Rig.bundle("", stored(dose(), "i1")));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void create_outcomeUnknownAndFoundOtherwise_isAConflict() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle("", stored(dose(), "i9", "L-1", "L-2")));

      WriteResult<Immunization> result = rig.client.create(dose());

      WriteResult.Conflict<Immunization> conflict = (WriteResult.Conflict<Immunization>) result;
      assertThat(conflict.found()).hasSize(1);
      assertThat(conflict.requestId()).isEqualTo(Rig.REQUEST_ID);
      assertThat(rig.states).endsWith(WriteState.UNKNOWN, WriteState.CONFLICT);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void create_outcomeUnknownAndNotFoundTwice_waitsAndIsSentOnceMore() {
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), created())) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.CONFIRMED);
      assertThat(rig.states)
          .containsExactly(
              WriteState.SENDING, WriteState.UNKNOWN, WriteState.SENDING, WriteState.CONFIRMED);
      assertThat(rig.lines())
          .containsExactly(
              "POST /fhir-r4/v1/Immunization",
              "GET /fhir-r4/v1/Immunization?patient=P02",
              "GET /fhir-r4/v1/Immunization?patient=P02",
              "POST /fhir-r4/v1/Immunization");
      assertThat(rig.pauses).containsExactly(2);
    }
  }

  @Test
  void create_serverStillWorkingAtTheFirstSearch_isNotStoredTwice() {
    try (Rig rig = new Rig()) {
      rig.answers(
          Rig.json(504, "{}"), Rig.bundle(""), Rig.bundle("", stored(dose(), "i1")), created());

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Immunization\"}",
        "{\"success\":false,\"message\":\"no\"}",
        "{\"success\":true,\"data\":{\"patient_id\":\"P03\"}}",
        "{\"resourceType\":\"OperationOutcome\",\"id\":\"x\"}",
        "{\"resourceType\":\"Bundle\",\"id\":\"x\",\"type\":\"searchset\"}",
        "nothing"
      })
  void create_successThatDoesNotShowTheRecord_isUnknownAndNeverSentAgain(String body) {
    try (Rig rig = new Rig().answers(Rig.json(200, body), Rig.bundle(""), created(), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isFalse();
      assertThat(rig.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(1);
    }
  }

  @Test
  void settle_howeverOftenNothingIsFound_sendsNothing() {
    try (Rig rig = new Rig().answers(Rig.bundle(""), Rig.bundle(""), created())) {
      for (int i = 0; i < 2; i++) {
        WriteResult<Immunization> result = rig.client.settle(dose());
        assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isFalse();
      }
      assertThat(rig.lines()).hasSize(2).allMatch(line -> line.startsWith("GET"));
    }
  }

  @Test
  void sendAgain_nothingFoundTwice_sendsOnce() {
    try (Rig rig = new Rig().answers(Rig.bundle(""), Rig.bundle(""), Rig.lost(), Rig.bundle(""))) {
      WriteResult<Immunization> result = rig.client.sendAgain(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isFalse();
      assertThat(rig.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(1);
      assertThat(rig.pauses).containsExactly(1);
    }
  }

  @Test
  void create_interruptedWhileItWaits_staysUnknownAndSendsNothingMore() {
    SatuSehatCalls.Pause interrupted =
        closed -> {
          throw new InterruptedException();
        };
    try (Rig rig = new Rig(config -> {}, builder -> builder.pause(interrupted))) {
      rig.answers(Rig.lost(), Rig.bundle(""), created());

      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isTrue();
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void create_lostTwice_isNotSentAThirdTime() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), Rig.lost(), Rig.bundle(""));
      rig.answers(created(), created());

      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isFalse();
      assertThat(rig.states).endsWith(WriteState.SENDING, WriteState.UNKNOWN);
      assertThat(rig.lines().stream().filter(line -> line.startsWith("POST"))).hasSize(2);
    }
  }

  @Test
  void create_lostThenTooMuch_mayBeSentAgainLater() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), Rig.json(429, "{}"));

      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).maySendAgain()).isTrue();
    }
  }

  @Test
  void create_lostThenDuplicate_isAdoptedOnceItShows() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), duplicate());
      rig.answers(Rig.bundle("", stored(dose(), "i1")));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicate", "value"})
  void create_lostThenDuplicateThatNeverShows_isUnknown(String code) {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""));
      rig.answers(Rig.outcome(400, code, "Found duplicate resource"), Rig.bundle(""), created());

      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).cause())
          .isInstanceOf(TransportException.class);
      assertThat(rig.requests).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void create_lostThenRefusedForItsContent_isRejected(int status) {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""));
      rig.answers(Rig.outcome(status, "value", "no"), Rig.bundle(""));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.REJECTED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 422})
  void create_lostThenRefusedWhileTheFirstShows_isAdopted(int status) {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""));
      rig.answers(Rig.outcome(status, "value", "no"), Rig.bundle("", stored(dose(), "i1")));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_lostThenAGatewaysNotFound_staysUnknown() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), Rig.json(404, "{}"), Rig.bundle(""));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":1}",
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0,\"entry\":[{\"resource\":"
            + "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}}]}"
      })
  void create_searchThatLeavesDoubt_sendsNothingMore(String body) {
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.json(200, body), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.Unknown<Immunization>) result).cause().getSuppressed()).hasSize(1);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void create_doseAfterMidnightShownInUtc_isAdopted() {
    Immunization dose =
        dose().toBuilder()
            .occurrenceDateTime(FhirDateTime.parse("2026-11-22T02:00:00+07:00"))
            .build();
    String shown = stored(dose, "i1", "2026-11-22T02:00:00+07:00", "2026-11-21T19:00:00+00:00");
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.bundle("", shown))) {
      assertThat(rig.client.create(dose).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_referencesShownAbsolute_isAdopted() {
    String shown =
        stored(
            dose(),
            "i1",
            "\"Patient/P02\"",
            "\"https://fhir.example/r4/Patient/P02\"",
            "\"Encounter/e1\"",
            "\"https://fhir.example/r4/Encounter/e1/_history/7\"");
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.bundle("", shown))) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_doseWithAnOwnIdentifierShownWithout_isFoundByPatient() {
    String system = IdentifierSystems.ownRecords("immunization", Rig.ORGANIZATION);
    Immunization dose = dose().toBuilder().addIdentifier(Identifier.of(system, "V-1")).build();
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle("", stored(dose(), "i1")), created());

      assertThat(rig.client.create(dose).state()).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines().get(2)).isEqualTo("GET /fhir-r4/v1/Immunization?patient=P02");
    }
  }

  @Test
  void create_placeTakenByOneEnteredInError_isSentOnceMore() {
    String withdrawn = stored(dose(), "i0", "\"completed\"", "\"entered-in-error\"");
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle("", withdrawn), Rig.bundle("", withdrawn), created());

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.CONFIRMED);
    }
  }

  @Test
  void create_sparseItemBeforeAFullerOne_isAdoptedAllTheSame() {
    String system = "https://register.example/doses";
    Identifier sparse = Identifier.of(system, "7");
    Identifier fuller = Identifier.builder().use("usual").system(system).value("7").build();
    Immunization sent = dose().toBuilder().addIdentifier(sparse).addIdentifier(fuller).build();
    Immunization other = dose().toBuilder().addIdentifier(fuller).addIdentifier(sparse).build();
    String shown =
        new String(Json.toBytes(other.json()), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"id\":\"i1\",");
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      rig.answers(Rig.lost(), Rig.bundle("", shown));

      assertThat(rig.client.create(sent).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_answerWithTenDigitsOfASecond_isCompared() {
    String shown =
        stored(dose(), "i1", "2026-11-22T02:00:00+00:00", "2026-11-22T02:00:00.0000000001Z");
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.bundle("", shown))) {
      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.ADOPTED);
    }
  }

  @Test
  void create_originThatIsNotListed_isNotSentAndSaysSo() {
    RequestOptions elsewhere =
        RequestOptions.NONE.withEndpoint(URI.create("http://127.0.0.1:9/fhir-r4/v1"));
    try (Rig rig = new Rig()) {
      WriteResult<Immunization> result = rig.client.withOptions(elsewhere).create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOf(SatuSehatAnswerException.class);
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.NEW);
    }
  }

  @Test
  void create_lostThenForbidden_staysUnknown() {
    try (Rig rig = new Rig()) {
      rig.answers(Rig.lost(), Rig.bundle(""), Rig.bundle(""), Rig.json(403, "{}"), Rig.bundle(""));

      assertThat(rig.client.create(dose()).state()).isEqualTo(WriteState.UNKNOWN);
    }
  }

  @Test
  void create_searchFails_staysUnknownAndSendsNothingMore() {
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.json(500, "{}"), created())) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(result.state()).isEqualTo(WriteState.UNKNOWN);
      assertThat(((WriteResult.Unknown<Immunization>) result).cause().getSuppressed()).hasSize(1);
      assertThat(rig.requests).hasSize(2);
    }
  }

  @Test
  void create_nothingToFindItBy_staysUnknown() {
    Observation observation =
        Observation.builder()
            .status("final")
            .code(CodeableConcept.of(Coding.of("http://loinc.org", "8310-5")))
            .subject(Reference.to("Patient/P02"))
            .build();
    try (Rig rig = new Rig().answers(Rig.lost(), created())) {
      assertThat(rig.client.create(observation).state()).isEqualTo(WriteState.UNKNOWN);
      assertThat(rig.requests).hasSize(1);
    }
  }

  @Test
  void settle_afterACrash_searchesFirst() {
    try (Rig rig = new Rig().answers(Rig.bundle("", stored(dose(), "i1")))) {
      assertThat(rig.client.settle(dose()).state()).isEqualTo(WriteState.ADOPTED);
      assertThat(rig.lines()).containsExactly("GET /fhir-r4/v1/Immunization?patient=P02");
    }
  }

  @Test
  void create_ownIdentifier_isWhatIsSearchedBy() {
    String system = IdentifierSystems.ownRecords("encounter", Rig.ORGANIZATION);
    Encounter encounter =
        Encounter.builder()
            .status("arrived")
            .encounterClass(Coding.of("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"))
            .addIdentifier(Identifier.of(IdentifierSystems.CREATOR, "x"))
            .addIdentifier(Identifier.of(system, "R-1"))
            .build();
    String found =
        "{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"arrived\",\"class\":"
            + "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"AMB\"},"
            + "\"identifier\":[{\"system\":\""
            + system
            + "/\",\"value\":\"R-1\"},{\"system\":\"http://sys-ids.kemkes.go.id/creator\","
            + "\"value\":\"x\"}]}";
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      rig.answers(
          Rig.lost(), Rig.bundle("", found.replace("R-1", "R-2").replace("e1", "e2"), found));

      WriteResult<Encounter> result = rig.client.create(encounter);

      assertThat(((WriteResult.Adopted<Encounter>) result).id()).isEqualTo("e1");
      assertThat(rig.lines().get(1))
          .isEqualTo(
              "GET /fhir-r4/v1/Encounter?identifier="
                  + "http%3A%2F%2Fsys-ids.kemkes.go.id%2Fencounter%2F10000004%7CR-1");
    }
  }

  private static String shownPatient(String name, String more) {
    return "{\"resourceType\":\"Patient\",\"id\":\"P02\",\"name\":[{\"use\":\"official\","
        + "\"text\":\""
        + name
        + "\"}],\"identifier\":[{\"system\":\""
        + IdentifierSystems.IHS_NUMBER
        + "\",\"value\":\"P02\"},{\"system\":\""
        + IdentifierSystems.NIK
        + "\",\"value\":\"################\"}]"
        + more
        + "}";
  }

  private static WriteState lostAndShown(Patient patient, String shown) {
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      rig.answers(Rig.lost(), Rig.bundle("", shown), created(), created());
      WriteState state = rig.client.create(patient).state();
      assertThat(rig.requests).hasSize(2);
      return state;
    }
  }

  private static final String BORN = ",\"gender\":\"female\",\"birthDate\":\"1990-02-03\"";

  @Test
  void create_patientShownMasked_isAdopted() {
    assertThat(lostAndShown(patient(), shownPatient("WA### CO####", BORN)))
        .isEqualTo(WriteState.ADOPTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BU###|",
        "WA### CO####|",
        "BU### CO####|,'gender':'female','birthDate':'1990-02-03'",
        "WA###|,'gender':'female','birthDate':'1990-02-03'",
        "WA### CO####|,'gender':'female'",
        "WA### CO####|,'birthDate':'1990-02-03'",
        "WA### CO####|,'gender':'male','birthDate':'1990-02-03'",
        "WA### CO####|,'gender':'female','birthDate':'1990-02-04'",
        "WA### CO####|,'gender':'female','birthDate':'####-##-##'"
      })
  void create_numberOfAnotherPerson_isAConflict(String name, @Nullable String more) {
    String shown = shownPatient(name, more == null ? "" : more.replace('\'', '"'));

    assertThat(lostAndShown(patient(), shown)).isEqualTo(WriteState.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'use':'official'}]",
        "[{'use':'official','text':''}]",
        "[{'use':'official','text':'##### ######'}]",
        "[{'use':'official','family':'WARGA'}]",
        "[{'use':'official','given':['WARGA']}]",
        "['WARGA CONTOH']"
      })
  void create_nameShownWithoutALetterOfIt_isAConflict(String name) {
    String shown =
        shownPatient("WARGA CONTOH", BORN)
            .replace("[{\"use\":\"official\",\"text\":\"WARGA CONTOH\"}]", name.replace('\'', '"'));

    assertThat(lostAndShown(patient(), shown)).isEqualTo(WriteState.CONFLICT);
  }

  @Test
  void create_patientWithoutNumberAndAnotherShown_isNotAdopted() {
    String system = IdentifierSystems.ownRecords("patient", Rig.ORGANIZATION);
    Patient newborn =
        Patient.builder()
            .addIdentifier(Identifier.of(system, "B-1"))
            .addName(HumanName.builder().use("official").text("WARGA CONTOH").build())
            .gender("female")
            .birthDate(FhirDate.of(LocalDate.of(1990, 2, 3)))
            .build();
    String other = shownPatient("WARGA CONTOH", BORN);
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      rig.answers(Rig.lost(), Rig.bundle("", other), Rig.bundle("", other), Rig.lost());
      rig.answers(Rig.bundle("", other));

      assertThat(rig.client.create(newborn).state()).isEqualTo(WriteState.UNKNOWN);
    }
  }

  @Test
  void create_patientWithAnotherGender_isAConflict() {
    String other = "{\"resourceType\":\"Patient\",\"id\":\"P02\",\"gender\":\"male\"}";

    assertThat(lostAndShown(patient(), other)).isEqualTo(WriteState.CONFLICT);
  }

  @Test
  void create_noConnection_isNotSent() throws Exception {
    MockWebServer gone = new MockWebServer();
    gone.start();
    int port = gone.getPort();
    gone.close();
    try (Rig rig = new Rig();
        SatuSehatClient nobody =
            SatuSehatClient.builder(
                    rig.environment()
                        .trusting(URI.create("http://127.0.0.1:" + port))
                        .with(SatuSehatService.FHIR, URI.create("http://127.0.0.1:" + port + "/f")),
                    Rig.credentials())
                .journal(step -> rig.states.add(step.state()))
                .build()) {
      WriteResult<Immunization> result = nobody.create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOf(TransportException.class);
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.NEW);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SafeWrite.MAX_FOUND, SafeWrite.MAX_FOUND + 1})
  void create_manyInItsPlace_tellsOfSomeOfThem(int many) {
    String[] found = new String[many];
    for (int i = 0; i < many; i++) {
      found[i] = stored(dose(), "i" + i, "L-1", "L-2");
    }
    try (Rig rig = new Rig().answers(Rig.lost(), Rig.bundle("", found))) {
      WriteResult<Immunization> result = rig.client.create(dose());
      assertThat(((WriteResult.Conflict<Immunization>) result).found())
          .hasSize(SafeWrite.MAX_FOUND);
    }
  }

  @Test
  void create_journal_namesTheWriteAndItsId() {
    List<WriteStep> steps = new ArrayList<>();
    try (Rig rig = new Rig().answers(created())) {
      Immunization dose = dose();
      rig.client.withJournal(steps::add).create(dose);

      assertThat(steps)
          .containsExactly(
              new WriteStep(dose, WriteState.SENDING, ""),
              new WriteStep(dose, WriteState.CONFIRMED, "i1"));
      assertThat(rig.states).containsExactly(WriteState.SENDING, WriteState.CONFIRMED);
      assertThat(steps.toString()).doesNotContain("P02", "i1");
    }
  }

  @Test
  void create_sendingCannotBeNoted_sendsNothing() {
    WriteJournal broken =
        step -> {
          throw new IllegalStateException("full");
        };
    try (Rig rig = new Rig().answers(created())) {
      WriteResult<Immunization> result = rig.client.withJournal(broken).create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOfSatisfying(
              SatuSehatJournalException.class, e -> assertThat(e.result()).isEmpty());
      assertThat(rig.requests).isEmpty();
    }
  }

  @Test
  void create_noToken_isNotSent() {
    try (Rig rig = new Rig().tokenAnswers(Rig.json(500, "{}"))) {
      WriteResult<Immunization> result = rig.client.create(dose());

      assertThat(((WriteResult.NotSent<Immunization>) result).cause())
          .isInstanceOf(SatuSehatTokenException.class);
      assertThat(rig.requests).isEmpty();
    }
  }

  @Test
  void create_brokenByFhirsOwnRules_sendsNothing() throws Exception {
    JsonValue json =
        Json.read(
            "{\"resourceType\":\"Patient\",\"gender\":\"x\"}".getBytes(StandardCharsets.UTF_8),
            Limits.DEFAULT);
    Patient patient = Patient.TYPE.read((JsonObject) json);
    try (Rig rig = new Rig(config -> {}, builder -> builder.rules(SatuSehatRules.NONE))) {
      assertThatThrownBy(() -> rig.client.create(patient)).isInstanceOf(ValidationException.class);
      assertThat(rig.states).isEmpty();
    }
  }

  @Test
  void states_finalOnes_haveNoNext() {
    assertThat(WriteState.NEW.next()).containsExactly(WriteState.SENDING);
    assertThat(WriteState.UNKNOWN.next())
        .containsExactlyInAnyOrder(
            WriteState.SENDING, WriteState.REJECTED, WriteState.ADOPTED, WriteState.CONFLICT);
    for (WriteState last :
        List.of(
            WriteState.CONFIRMED, WriteState.REJECTED, WriteState.ADOPTED, WriteState.CONFLICT)) {
      assertThat(last.next()).isEmpty();
    }
  }
}
