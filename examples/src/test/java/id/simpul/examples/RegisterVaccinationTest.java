package id.simpul.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.value.Secret;
import id.simpul.health.SatuSehatClient;
import id.simpul.health.SatuSehatCredentials;
import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatService;
import id.simpul.health.WriteResult;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.BookingStatus;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.VaccinationClient;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import id.simpul.node.NodePaths;
import id.simpul.testkit.TestClock;
import id.simpul.testkit.TestNode;
import id.simpul.testkit.TestPeople;
import id.simpul.testkit.TestPerson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RegisterVaccinationTest {
  private static final int MOST_LINES = 65;

  private final TestClock clock = TestClock.create();
  private final TestPerson person = TestPeople.of(7).next();

  private VaccinationClient vaccination(TestNode node, Secret key) {
    return VaccinationClient.builder(URI.create(node.baseUrl() + NodePaths.VACCINATION))
        .apiKey(key)
        .configure(c -> c.clock(clock))
        .build();
  }

  private static SatuSehatClient records(TestNode node) {
    SatuSehatEnvironment environment =
        SatuSehatEnvironment.dangerouslyOnLoopback(node.baseUrl())
            .with(SatuSehatService.FHIR, URI.create(node.baseUrl() + NodePaths.FHIR));
    return SatuSehatClient.builder(
            environment, new SatuSehatCredentials("test-health", node.healthKey(), "10000004"))
        .build();
  }

  private Agenda agenda() {
    OffsetDateTime start = TestClock.START.plus(Duration.ofDays(1)).atOffset(ZoneOffset.ofHours(7));
    return new Agenda(
        List.of(
            VaccinationPlace.builder("pkm-1")
                .name("Puskesmas Duvowi")
                .phone("+62840 7654321")
                .address("Jalan Duvowi No. 3")
                .city("Kota Jambi")
                .province("Jambi")
                .postalCode("36122")
                .build()),
        List.of(
            AgendaSlot.builder("selasa-pagi", "pkm-1")
                .campaign("covid-19")
                .vaccine(new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213")))
                .dose(2)
                .time(start, start.plusHours(2))
                .capacity(40)
                .build()));
  }

  private Registration registration() {
    return Registration.builder()
        .nik(person.nik())
        .name(person.firstName() + " " + person.lastName())
        .birthDate(LocalDate.of(1990, 7, 1))
        .phone(person.phone())
        .campaign("covid-19")
        .vaccine("210")
        .dose(2)
        .build();
  }

  private Resource patient() {
    return read(
        """
        {"resourceType": "Patient", "active": true,
         "identifier": [{"use": "official", "system": "https://fhir.kemkes.go.id/id/nik",
           "value": "%s"}],
         "name": [{"use": "official", "text": "%s"}], "gender": "female",
         "birthDate": "1990-07-01", "multipleBirthInteger": 0,
         "address": [{"use": "home", "line": ["Jalan Duvowi No. 3"], "city": "Kota Jambi",
           "postalCode": "36122", "country": "ID", "extension": [{
             "url": "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode",
             "extension": [{"url": "province", "valueCode": "15"},
               {"url": "city", "valueCode": "1571"}, {"url": "district", "valueCode": "157101"},
               {"url": "village", "valueCode": "1571011001"}, {"url": "rt", "valueCode": "1"},
               {"url": "rw", "valueCode": "2"}]}]}]}
        """
            .formatted(person.nik().reveal(), person.firstName()));
  }

  private static Resource visit(String patient) {
    return read(
        """
        {"resourceType": "Encounter", "status": "finished",
         "identifier": [{"system": "http://sys-ids.kemkes.go.id/encounter/10000004",
           "value": "K-1"}],
         "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
         "subject": {"reference": "%s"},
         "participant": [{"individual": {"reference": "Practitioner/N10000001"}}],
         "period": {"start": "2026-01-06T01:00:00+00:00", "end": "2026-01-06T02:00:00+00:00"},
         "location": [{"location": {"reference": "Location/pkm-1"}}],
         "diagnosis": [{"condition": {"reference": "Condition/c1"}}],
         "statusHistory": [{"status": "finished",
           "period": {"start": "2026-01-06T01:00:00+00:00", "end": "2026-01-06T02:00:00+00:00"}}],
         "serviceProvider": {"reference": "Organization/10000004"}}
        """
            .formatted(patient));
  }

  private static String store(SatuSehatClient records, Resource resource) {
    return ((WriteResult.Confirmed<?>) records.create(resource)).id();
  }

  private static Resource read(String json) {
    try {
      return FhirJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new AssertionError("A sample is no resource", e);
    }
  }

  @Test
  void bookAndVaccinate_atAnEmbeddedNode_endsInTheHistory() {
    String said;
    try (TestNode node = TestNode.builder().clock(clock).start();
        VaccinationClient app = vaccination(node, node.reporterKey());
        VaccinationClient clinic = vaccination(node, node.healthKey());
        SatuSehatClient records = records(node)) {
      clinic.publish(agenda());
      RegisterVaccination story = new RegisterVaccination(app, clinic, records);
      said =
          printed(() -> {
            Booking booking = story.book(registration());
            clock.advance(Duration.ofDays(1));
            String patient = "Patient/" + store(records, patient());
            String visit = "Encounter/" + store(records, visit(patient));
            story.vaccinate(booking, patient, visit, clock.instant());
            assertThat(app.get(booking.id()).orElseThrow().status())
                .isEqualTo(BookingStatus.FULFILLED);
          });
    }

    assertThat(said.lines())
        .containsExactly(
            "Free: selasa-pagi, 40 places",
            "Booked: dose 2",
            "Vaccinated: Fulfilled",
            "History: lot LOT-7");
  }

  private static String printed(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      program.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void example_isShort() throws Exception {
    Path file = Path.of("src/main/java/id/simpul/examples/RegisterVaccination.java");

    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }
}
