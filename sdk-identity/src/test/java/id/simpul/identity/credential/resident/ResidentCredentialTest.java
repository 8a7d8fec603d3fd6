package id.simpul.identity.credential.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.credential.CredentialContent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentCredentialTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private final People people = new People(20261121);

  private static CredentialContent content(Resident resident, Instant now) {
    return ResidentCredential.of(resident, InstantSource.fixed(now));
  }

  private static String text(JsonObject json) {
    return new String(Json.toBytes(json), StandardCharsets.UTF_8);
  }

  private static boolean ofAge(Resident resident, String now) {
    return ResidentCredential.AGE_OVER_17
        .in(content(resident, Instant.parse(now)).claims())
        .orElseThrow()
        .equals(JsonBoolean.TRUE);
  }

  @Test
  void of_resident_hidesEveryClaim() {
    CredentialContent content = content(people.next().build(), NOW);
    assertThat(content.selective())
        .containsExactlyInAnyOrder(
            ResidentCredential.NIK,
            ResidentCredential.NAME,
            ResidentCredential.BIRTH_DATE,
            ResidentCredential.ADDRESS,
            ResidentCredential.REGION,
            ResidentCredential.AGE_OVER_17,
            ResidentCredential.DOMICILE_REGION);
    assertThat(content.claims().members()).hasSize(7);
  }

  @Test
  void of_resident_saysWhatTheRegisterSays() {
    Resident resident = people.next().birthDate(LocalDate.of(1990, 2, 3)).build();
    assertThat(text(content(resident, NOW).claims()))
        .isEqualTo(
            ("{\"nik\":\"%s\",\"name\":\"%s\",\"birthdate\":\"1990-02-03\","
                    + "\"address\":{\"formatted\":\"%s\"},"
                    + "\"region\":{\"scheme\":\"kemendagri\",\"edition\":\"2025\","
                    + "\"code\":\"15.71.01.1001\"},\"age_over_17\":true,"
                    + "\"domicile_region\":{\"scheme\":\"kemendagri\",\"edition\":\"2025\","
                    + "\"code\":\"15.71\"}}")
                .formatted(resident.nik().reveal(), resident.name(), resident.address()));
  }

  @Test
  void of_residentKnownToTheCityAlone_hasThatCityAsDomicile() {
    Resident resident = people.next().region(People.KOTA_JAMBI).build();
    JsonObject claims = content(resident, NOW).claims();
    assertThat(ResidentCredential.DOMICILE_REGION.in(claims))
        .isEqualTo(ResidentCredential.REGION.in(claims));
  }

  @Test
  void of_residentOfAnotherScheme_keepsTheScheme() {
    RegionCode bps = new RegionCode(RegionCode.Scheme.BPS, "2025-1", "1571010001");
    JsonObject claims = content(people.next().region(bps).build(), NOW).claims();
    assertThat(text((JsonObject) ResidentCredential.DOMICILE_REGION.in(claims).orElseThrow()))
        .isEqualTo("{\"scheme\":\"bps\",\"edition\":\"2025-1\",\"code\":\"1571\"}");
  }

  @ParameterizedTest
  @CsvSource({
    // Midnight in Jambi is 17:00 UTC of the day before.
    "2009-11-21,2026-11-20T16:59:59Z,false",
    "2009-11-21,2026-11-20T17:00:00Z,true",
    // A birthday on 29 February is on 1 March where the year has none.
    "2008-02-29,2025-02-28T16:59:59Z,false",
    "2008-02-29,2025-02-28T17:00:00Z,true",
    "2026-11-21,2026-11-20T17:00:00Z,false"
  })
  void of_birthday_countsFromMidnightWhereTheResidentLives(
      LocalDate birthDate, String now, boolean ofAge) {
    Resident resident = people.next().birthDate(birthDate).build();
    assertThat(ofAge(resident, now)).isEqualTo(ofAge);
  }

  @ParameterizedTest
  @CsvSource({"15.71.01.1001,17", "64.72.01.1001,16", "91.71.01.1001,15", "94.71.01.1001,15"})
  void of_birthday_countsInEveryZone(String region, int hourUtc) {
    Resident resident =
        people.next().region(People.region(region)).birthDate(LocalDate.of(2009, 11, 21)).build();
    assertThat(ofAge(resident, "2026-11-20T" + (hourUtc - 1) + ":59:59Z")).isFalse();
    assertThat(ofAge(resident, "2026-11-20T" + hourUtc + ":00:00Z")).isTrue();
  }

  @Test
  void of_birthDateInTheFuture_isRefusedAndNotShown() {
    Resident unborn = people.next().birthDate(LocalDate.of(2026, 11, 22)).build();
    ValidationException thrown =
        catchThrowableOfType(ValidationException.class, () -> content(unborn, NOW));
    assertThat(thrown.violations().stream().map(Violation::where)).containsExactly("birthDate");
    assertThat(thrown.getMessage()).doesNotContain("2026-11-22");
  }

  @Test
  void build_nothingGiven_namesEverythingMissing() {
    ValidationException thrown =
        catchThrowableOfType(ValidationException.class, () -> Resident.builder().build());
    assertThat(thrown.violations().stream().map(Violation::where))
        .containsExactlyInAnyOrder("nik", "birthDate", "region", "name", "address");
  }

  @Test
  void build_textsAtTheirLimits_areTakenAndOneCharacterMoreRefused() {
    assertThat(people.next().name("n".repeat(200)).address("a".repeat(500)).build()).isNotNull();
    Resident.Builder tooLong = people.next().name("n".repeat(201)).address("a".repeat(501));
    ValidationException thrown = catchThrowableOfType(ValidationException.class, tooLong::build);
    assertThat(thrown.violations().stream().map(Violation::where))
        .containsExactly("name", "address");
    Resident.Builder blank = people.next().name("").address(" ");
    assertThat(catchThrowableOfType(ValidationException.class, blank::build).violations())
        .hasSize(2);
  }

  @Test
  void build_provinceAsRegion_isRefused() {
    Resident.Builder province = people.next().region(People.region("15"));
    assertThat(catchThrowableOfType(ValidationException.class, province::build).violations())
        .hasSize(1);
  }

  @Test
  void toString_ofAResident_showsNothing() {
    Resident resident = people.next().build();
    assertThat(resident).hasToString("resident");
    assertThat(content(resident, NOW)).hasToString("7 claims");
  }

  @Test
  void type_isAVersionedAddress() {
    URI type = URI.create(ResidentCredential.TYPE);
    assertThat(type).hasScheme("https").hasHost("simpul.id");
    assertThat(type.getPath()).endsWith("/v1");
  }
}
