package id.simpul.health.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.operation.Violation;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborTag;
import id.simpul.health.internal.cbor.CborText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {
  private static PayloadReader reader(Map<String, Object> payload) {
    return new PayloadReader((CborMap) HcertFixture.cbor(payload), ValueSets.standard());
  }

  private static List<String> violations(Map<String, Object> payload) {
    PayloadReader reader = reader(payload);
    reader.read();
    return reader.violations().stream().map(Violation::where).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> withEvent(String name, Object value) {
    Map<String, Object> payload = HcertFixture.payload();
    Map<String, Object> event = ((List<Map<String, Object>>) payload.get("v")).get(0);
    event.put(name, value);
    return payload;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> withName(Consumer<Map<String, Object>> change) {
    Map<String, Object> payload = HcertFixture.payload();
    change.accept((Map<String, Object>) payload.get("nam"));
    return payload;
  }

  private static Map<String, Object> test() {
    Map<String, Object> payload = HcertFixture.payload();
    payload.remove("v");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("tg", "840539006");
    event.put("tt", "LP217198-3");
    event.put("sc", "2026-02-03T08:00:00+07:00");
    event.put("tr", "260415000");
    event.put("co", "ID");
    event.put("is", "Dinas Kesehatan Uji");
    event.put("ci", "URN:UVCI:01:ID:UJI2#B");
    payload.put("t", List.of(event));
    return payload;
  }

  @Test
  void read_goodPayload_hasNothingWrong() {
    PayloadReader reader = reader(HcertFixture.payload());

    HealthEvent event = reader.read().orElseThrow().event();
    assertThat(reader.violations()).isEmpty();
    assertThat(reader.warnings()).isEmpty();
    assertThat(event).isInstanceOf(HealthEvent.Vaccination.class);
    assertThat(violations(test())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ver", "nam", "dob"})
  void read_rootMemberMissing_isAViolation(String member) {
    Map<String, Object> payload = HcertFixture.payload();
    payload.remove(member);
    assertThat(violations(payload)).contains(member);
    payload.put(member, null);
    assertThat(violations(payload)).contains(member);
    payload.put(member, 5);
    assertThat(violations(payload)).contains(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tg", "vp", "mp", "ma", "dn", "sd", "dt", "co", "is", "ci"})
  void read_memberOfVaccinationMissing_isAViolation(String member) {
    assertThat(violations(withEvent(member, null))).containsExactly("v/0/" + member);
    assertThat(violations(withEvent(member, List.of()))).contains("v/0/" + member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tg", "tt", "sc", "tr", "co", "is", "ci"})
  @SuppressWarnings("unchecked")
  void read_memberOfTestMissing_isAViolation(String member) {
    Map<String, Object> payload = test();
    ((List<Map<String, Object>>) payload.get("t")).get(0).remove(member);
    assertThat(violations(payload)).containsExactly("t/0/" + member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tg", "fr", "df", "du", "co", "is", "ci"})
  void read_memberOfRecoveryMissing_isAViolation(String member) {
    Map<String, Object> event = new LinkedHashMap<>();
    for (String day : List.of("fr", "df", "du")) {
      event.put(day, "2026-02-03");
    }
    event.put("tg", "840539006");
    event.put("co", "ID");
    event.put("is", "Uji");
    event.put("ci", "URN:UVCI:01:ID:UJI3#C");
    Map<String, Object> payload = HcertFixture.payload();
    payload.remove("v");
    payload.put("r", List.of(event));
    assertThat(violations(payload)).isEmpty();
    event.remove(member);
    assertThat(violations(payload)).containsExactly("r/0/" + member);
  }

  @Test
  void read_everythingWrong_isSaidAtOnce() {
    assertThat(violations(Map.of())).containsExactlyInAnyOrder("ver", "nam", "dob", "v, t, r");
  }

  /** DGC1, DGC2: exactly one event of exactly one kind. */
  @Test
  void read_otherNumberOfEvents_isAViolation() {
    Map<String, Object> two = HcertFixture.payload();
    Object event = ((List<?>) two.get("v")).get(0);
    two.put("v", List.of(event, event));
    assertThat(violations(two)).containsExactly("v");
    two.put("v", List.of());
    assertThat(violations(two)).containsExactly("v");
    two.put("v", "text");
    assertThat(violations(two)).containsExactly("v");
    two.put("v", List.of("text"));
    assertThat(violations(two)).containsExactly("v");
    two.remove("v");
    assertThat(violations(two)).containsExactly("v, t, r");

    Map<String, Object> both = test();
    both.put("v", List.of(event));
    assertThat(violations(both)).containsExactly("v, t, r");
  }

  @Test
  void read_otherGroupsNull_areAbsent() {
    Map<String, Object> payload = HcertFixture.payload();
    payload.put("t", null);
    payload.put("r", null);
    assertThat(violations(payload)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "1980, true",
    "1980-05, true",
    "1980-05-06, true",
    "1980-05-06T00:00:00, true",
    "2099-12-31, true",
    "1899-12-31, false",
    "2100-01-01, false",
    "1980-13, false",
    "1980-00, false",
    "1980-02-30, false",
    "80, false",
    "1980-5-6, false",
    "06-05-1980, false",
    "1980-05-06T25, false",
    "1980-05-06 00:00:00, false"
  })
  void read_dateOfBirth_isAsMuchAsAPassportKnows(String birth, boolean good) {
    Map<String, Object> payload = HcertFixture.payload();
    payload.put("dob", birth);
    assertThat(violations(payload).isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03, true",
    "2026-02-03T00:00:00, true",
    "2026-02-03T00:00:00Z, true",
    "2026-02-03T00:00:00.123456789Z, true",
    "2026-02-03T00:00:00+07:00, true",
    "2026-02-03T00:00:00+0700, true",
    "2026-02-03T00:00:00+07, true",
    "2026-02-29, false",
    "2026-02, false",
    "2026-02-03T, false",
    "2026-02-03T00:00, false",
    "2026-02-03X, false",
    "'', false"
  })
  void read_dates_areDaysWithOrWithoutATime(String date, boolean good) {
    assertThat(violations(withEvent("dt", date)).isEmpty()).isEqualTo(good);
  }

  @Test
  @SuppressWarnings("unchecked")
  void read_dateOfCbor_isTaken() {
    Map<String, Object> payload = test();
    Map<String, Object> event = ((List<Map<String, Object>>) payload.get("t")).get(0);
    event.put("sc", new CborTag(0, new CborText("2026-02-03T08:00:00Z")));
    assertThat(violations(payload)).isEmpty();
    event.put("sc", new CborTag(0, new CborText("yesterday")));
    assertThat(violations(payload)).containsExactly("t/0/sc");
    event.put("sc", new CborTag(1, new CborText("2026-02-03T08:00:00Z")));
    assertThat(violations(payload)).containsExactly("t/0/sc");
  }

  @Test
  void read_doses_areWholeNumbersFrom1To9() {
    for (Object good : List.of(1, 9, 1.0, 9.0)) {
      assertThat(violations(withEvent("dn", good))).isEmpty();
      assertThat(violations(withEvent("sd", good))).isEmpty();
    }
    for (Object bad : Arrays.<Object>asList(0, 10, 1.5, -1, Double.NaN, 1e300, "1", null)) {
      assertThat(violations(withEvent("dn", bad))).containsExactly("v/0/dn");
      assertThat(violations(withEvent("sd", bad))).containsExactly("v/0/sd");
    }
  }

  @Test
  void read_texts_haveALimit() {
    assertThat(PayloadFields.MAX_TEXT).isEqualTo(80);
    assertThat(violations(withEvent("is", "x".repeat(80)))).isEmpty();
    assertThat(violations(withEvent("is", "x".repeat(81)))).containsExactly("v/0/is");
    assertThat(violations(withName(name -> name.put("fn", "x".repeat(81)))))
        .containsExactly("nam/fn");
  }

  @Test
  void read_names_areAsThePassportHasThem() {
    assertThat(violations(withName(name -> name.remove("fnt")))).containsExactly("nam/fnt");
    assertThat(violations(withName(name -> name.put("fnt", "Badu")))).containsExactly("nam/fnt");
    assertThat(violations(withName(name -> name.put("gnt", "KALO 2")))).containsExactly("nam/gnt");
    assertThat(
            violations(
                withName(name -> {
                  name.remove("fn");
                  name.remove("gn");
                  name.remove("gnt");
                })))
        .isEmpty();
    assertThat(violations(withName(name -> name.put("fn", "Tab\\u0041 \"escaped\"")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tg, 94558-4", "vp, 729999", "mp, Vaksin Baru", "ma, PT Bio Uji", "co, XY"})
  void read_codeNobodyKnows_isAWarning(String member, String code) {
    PayloadReader reader = reader(withEvent(member, code));
    reader.read();

    assertThat(reader.violations()).isEmpty();
    assertThat(reader.warnings()).extracting(Violation::where).containsExactly("v/0/" + member);
    assertThat(reader.warnings().get(0).message()).doesNotContain(code);
  }

  @Test
  @SuppressWarnings("unchecked")
  void read_testDevice_isLookedUpWhereThereIsAList() {
    Map<String, Object> payload = test();
    ((List<Map<String, Object>>) payload.get("t")).get(0).put("ma", "9999");
    PayloadReader without = reader(payload);
    PayloadReader with =
        new PayloadReader(
            (CborMap) HcertFixture.cbor(payload),
            ValueSets.standard().with("t/ma", Set.of("1232", "345")));
    without.read();
    with.read();

    assertThat(without.warnings()).isEmpty();
    assertThat(with.warnings()).extracting(Violation::where).containsExactly("t/0/ma");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.3", "1.3.0.0", "v1.3.0", "1.3.x"})
  void read_otherVersion_isAViolation(String version) {
    Map<String, Object> payload = HcertFixture.payload();
    payload.put("ver", version);
    assertThat(violations(payload)).containsExactly("ver");
  }

  @Test
  void violations_message_neverHoldsAValue() {
    Map<String, Object> payload = withName(name -> name.put("fnt", "Planted1"));
    payload.put("dob", "Planted2");
    PayloadReader reader = reader(payload);
    reader.read();

    assertThat(reader.violations().toString()).doesNotContain("Planted");
  }

  /** RFC 3339, section 5.6; digits alone are no time of day. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-03T23:59:59+14:00, true",
    "2026-02-03T23:59:60Z, true",
    "2026-02-03T09:05:00.123-08, true",
    "2026-02-03T00:00:00, true",
    "2026-02-03T99:99:99+99:99, false",
    "2026-02-03T24:00:00Z, false",
    "2026-02-03T23:60:00Z, false",
    "2026-02-03T23:59:61Z, false",
    "2026-02-03T23:59:59+24:00, false",
    "2026-02-03T23:59:59+14:60, false"
  })
  void isDate_timeOfDay_isOne(String text, boolean date) {
    assertThat(PayloadFields.isDate(text)).isEqualTo(date);
  }
}
