package id.simpul.benchmarks.fhir;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Records as SATUSEHAT answers them, of people who were put together from syllables by chance. The
 * same seed gives the same bytes in every process. Not thread-safe.
 */
public final class SampleRecords {
  /** The kind of vaccine that is recorded. */
  public static final String VACCINE = "93001019";

  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
  private static final int BIRTH_DAYS = 27_000;

  private static final String PATIENT =
      """
      {"resourceType":"Patient","id":"P%id","meta":{"lastUpdated":"%dayT02:00:00.000+00:00",\
      "profile":["https://fhir.kemkes.go.id/r4/StructureDefinition/Patient"],"versionId":"MTY3"},\
      "identifier":[{"system":"https://fhir.kemkes.go.id/id/nik","use":"official",\
      "value":"99%number"},{"system":"https://fhir.kemkes.go.id/id/ihs-number","value":"P%id"}],\
      "active":true,"name":[{"use":"official","text":"%given %family","family":"%family",\
      "given":["%given"]}],"telecom":[{"system":"phone","use":"mobile","value":"+62899%lot"}],\
      "gender":"%gender","birthDate":"%birth","deceasedBoolean":false,\
      "address":[{"use":"home","line":["Jalan %family %dose"],"city":"Kota Contoh",\
      "postalCode":"99%dose00","country":"ID","extension":[{"url":\
      "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode","extension":[\
      {"url":"province","valueCode":"99"},{"url":"city","valueCode":"9971"},\
      {"url":"district","valueCode":"997101"},{"url":"village","valueCode":"9971011001"}]}]}],\
      "maritalStatus":{"coding":[{"system":\
      "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M","display":"Married"}]},\
      "multipleBirthInteger":0,"communication":[{"language":{"coding":[{"system":\
      "urn:ietf:bcp:47","code":"id-ID","display":"Indonesian"}]},"preferred":true}]}\
      """;

  private static final String IMMUNIZATION =
      """
      {"resourceType":"Immunization","id":"I%id","meta":{"lastUpdated":"%dayT02:00:00.000+00:00",\
      "profile":["https://fhir.kemkes.go.id/r4/StructureDefinition/Immunization"],\
      "versionId":"MTY3"},"identifier":[{"system":\
      "http://sys-ids.kemkes.go.id/immunization/10000004","use":"official","value":"%number"}],\
      "status":"completed","vaccineCode":{"coding":[{"system":"http://sys-ids.kemkes.go.id/kfa",\
      "code":"93001019","display":"Vaksin Contoh Satu 0,5 mL"},{"system":\
      "http://hl7.org/fhir/sid/cvx","code":"207","display":"COVID-19 vaccine"}]},\
      "patient":{"reference":"Patient/P%id","display":"%given %family"},\
      "encounter":{"reference":"Encounter/E%id"},"occurrenceDateTime":"%dayT08:30:00+07:00",\
      "recorded":"%dayT08:35:00+07:00","primarySource":true,\
      "location":{"reference":"Location/L%dose","display":"Puskesmas %family"},\
      "manufacturer":{"reference":"Organization/10000004"},"lotNumber":"LOT%lot",\
      "expirationDate":"2027-06-30","site":{"coding":[{"system":"http://snomed.info/sct",\
      "code":"368208006","display":"Left upper arm structure"}]},"route":{"coding":[{"system":\
      "http://www.whocc.no/atc","code":"inj.intramuscular","display":"Injection Intramuscular"}]},\
      "doseQuantity":{"value":0.50,"unit":"mL","system":"http://unitsofmeasure.org","code":"ml"},\
      "performer":[{"function":{"coding":[{"system":\
      "http://terminology.hl7.org/CodeSystem/v2-0443","code":"AP",\
      "display":"Administering Provider"}]},"actor":{"reference":"Practitioner/N%lot"}}],\
      "reasonCode":[{"coding":[{"system":\
      "http://terminology.kemkes.go.id/CodeSystem/immunization-reason","code":"IM-Program",\
      "display":"Imunisasi Program"}]}],"protocolApplied":[{"doseNumberPositiveInt":%dose}]}\
      """;

  private final SplittableRandom random;

  /**
   * Begins a sequence of records.
   *
   * @param seed the same seed gives the same records
   */
  public SampleRecords(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * An Immunization and what it says.
   *
   * @param document UTF-8, in ASCII alone
   * @param dose what a reader has to find in it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to readers that do not change it
  public record Sample(byte[] document, Dose dose) {}

  /**
   * The next Immunization.
   *
   * @return a record of about 1,900 bytes
   */
  public Sample immunization() {
    Values values = new Values();
    Dose dose =
        new Dose(
            "I" + values.id,
            "completed",
            VACCINE,
            "Patient/P" + values.id,
            "Encounter/E" + values.id,
            values.day + "T08:30:00+07:00",
            "LOT" + values.lot,
            "2027-06-30",
            "Location/L" + values.dose,
            new BigDecimal("0.50"),
            "Practitioner/N" + values.lot,
            values.dose);
    byte[] document = values.fill(IMMUNIZATION).getBytes(StandardCharsets.UTF_8);
    return new Sample(document, dose);
  }

  /**
   * The next lines of a bulk file: a person, then a dose.
   *
   * @return two lines, each with its end
   */
  public String lines() {
    return new Values().fill(PATIENT) + "\n" + new Values().fill(IMMUNIZATION) + "\n";
  }

  /** What is put into one record. */
  private final class Values {
    private final String id = digits(11);
    private final String number = digits(14);
    private final String lot = digits(8);
    private final int dose = random.nextInt(1, 4);
    private final String given = name(2);
    private final String family = name(3);
    private final String gender = random.nextBoolean() ? "female" : "male";
    private final LocalDate day = FIRST_DAY.plusDays(random.nextInt(300));
    private final LocalDate birth = FIRST_BIRTH.plusDays(random.nextInt(BIRTH_DAYS));

    /** Puts the values into a template; by hand, because a gigabyte is made of these. */
    String fill(String template) {
      StringBuilder filled = new StringBuilder(template.length() + 128);
      int at = 0;
      for (int mark = template.indexOf('%'); mark >= 0; mark = template.indexOf('%', at)) {
        filled.append(template, at, mark);
        int end = mark + 1;
        while (end < template.length() && Character.isLowerCase(template.charAt(end))) {
          end++;
        }
        filled.append(value(template.substring(mark + 1, end)));
        at = end;
      }
      return filled.append(template, at, template.length()).toString();
    }

    private Object value(String name) {
      return switch (name) {
        case "id" -> id;
        case "number" -> number;
        case "lot" -> lot;
        case "dose" -> dose;
        case "given" -> given;
        case "family" -> family;
        case "gender" -> gender;
        case "day" -> day;
        case "birth" -> birth;
        default -> throw new IllegalArgumentException(name);
      };
    }
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String name(int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
