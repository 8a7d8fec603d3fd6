package id.simpul.examples.twocities;

import id.simpul.core.format.FormatException;
import id.simpul.core.value.Nik;
import id.simpul.health.SatuSehatClient;
import id.simpul.health.SatuSehatCredentials;
import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatService;
import id.simpul.health.WriteResult;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.ConfirmResult;
import id.simpul.health.vaccination.FulfilResult;
import id.simpul.health.vaccination.GivenDose;
import id.simpul.health.vaccination.HoldResult;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.VaccinationClient;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import id.simpul.node.NodePaths;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A health centre of Jakarta, which knows its own city's node and nothing of SATUSEHAT: a node
 * takes the same calls.
 */
final class Clinic implements AutoCloseable {
  private static final String ORGANIZATION = "10000031";
  private static final String SLOT = "pagi";
  private static final Duration VISIT = Duration.ofMinutes(20);
  private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

  private final Terminal terminal;
  private final VaccinationClient booking;
  private final SatuSehatClient records;

  Clinic(Terminal terminal, City city) {
    this.terminal = terminal;
    this.booking =
        VaccinationClient.builder(URI.create(city.baseUrl() + NodePaths.VACCINATION))
            .apiKey(city.healthKey())
            .build();
    SatuSehatEnvironment node =
        SatuSehatEnvironment.dangerouslyOnLoopback(city.baseUrl())
            .with(SatuSehatService.FHIR, URI.create(city.baseUrl() + NodePaths.FHIR));
    this.records =
        SatuSehatClient.builder(
                node,
                new SatuSehatCredentials(OfficerKey.VACCINATOR, city.healthKey(), ORGANIZATION))
            .build();
  }

  /**
   * Books a place for a resident of Jambi, and records the dose.
   *
   * @param now the time
   * @return what is in the record
   * @throws StoryException when a step did not succeed
   */
  Vaccinated tell(Instant now) {
    booking.publish(agenda(now));
    terminal.step("slots", "one morning of 40 places, published for everybody to read");
    Booking booked = book();
    terminal.step("booked", "a place is held, then confirmed with name, NIK and birth date");
    String patient = "Patient/" + store(resource("patient.json", patient()));
    String came = FhirDateTime.of(now.minus(VISIT)).text();
    String left = FhirDateTime.of(now).text();
    String visit = "Encounter/" + store(resource("visit.json", patient, came, left));
    LocalDate today = now.atOffset(WIB).toLocalDate();
    String dose =
        store(
            GivenDose.of(booked, ORGANIZATION)
                .patient(Reference.to(patient), Reference.to(visit))
                .by(Reference.to("Practitioner/N10000001"), now)
                .vial(Vaccinated.LOT, today.plusMonths(6))
                .toImmunization());
    FulfilResult done = booking.fulfil(booked.id(), "Immunization/" + dose);
    require(done instanceof FulfilResult.Fulfilled, "the booking was not fulfilled: " + done);
    terminal.step("dose", "recorded as Immunization/" + dose + ", sealed on Jakarta's disk");
    return new Vaccinated(dose, today);
  }

  private Booking book() {
    HoldResult hold = booking.hold(SLOT);
    require(hold instanceof HoldResult.Held, "no place: " + hold);
    ConfirmResult result = booking.confirm(((HoldResult.Held) hold).booking().id(), registration());
    require(result instanceof ConfirmResult.Confirmed, "not booked: " + result);
    return ((ConfirmResult.Confirmed) result).booking();
  }

  private static Registration registration() {
    return Registration.builder()
        .nik(Nik.parse(Vaccinated.NIK).orElseThrow())
        .name(Vaccinated.name())
        .birthDate(Vaccinated.BIRTH)
        .phone("+62840 7654321")
        .campaign("covid-19")
        .vaccine("210")
        .dose(2)
        .build();
  }

  private static Agenda agenda(Instant now) {
    OffsetDateTime start = now.plus(1, ChronoUnit.HOURS).atOffset(WIB);
    VaccinationPlace place =
        VaccinationPlace.builder("pkm-1")
            .name("Puskesmas Duvowi")
            .phone("+62840 7654321")
            .address("Jalan Duvowi No. 3")
            .city("Jakarta")
            .province("DKI Jakarta")
            .postalCode("10110")
            .build();
    AgendaSlot slot =
        AgendaSlot.builder(SLOT, "pkm-1")
            .campaign("covid-19")
            .vaccine(new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213")))
            .dose(2)
            .time(start, start.plusHours(4))
            .capacity(40)
            .build();
    return new Agenda(List.of(place), List.of(slot));
  }

  private static Object[] patient() {
    return new Object[] {Vaccinated.NIK, Vaccinated.name(), Vaccinated.BIRTH};
  }

  private String store(Resource resource) {
    WriteResult<?> result = records.create(resource);
    require(result instanceof WriteResult.Confirmed<?>, "not recorded: " + result.getClass());
    return ((WriteResult.Confirmed<?>) result).id();
  }

  private static Resource resource(String name, Object... values) {
    String json = new String(Resources.read(name), StandardCharsets.UTF_8).formatted(values);
    try {
      return FhirJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new StoryException(name, "is no resource", "resources", e);
    }
  }

  private static void require(boolean holds, String what) {
    StoryException.require(holds, "Jakarta's clinic", what, "vaccination");
  }

  @Override
  public void close() {
    try (records;
        booking) {
      // Both are closed, whatever the other does.
    }
  }
}
