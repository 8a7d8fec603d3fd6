package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HealthEvent.Dose;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Period;
import id.simpul.health.certificate.HealthEvent.Recovery;
import id.simpul.health.certificate.HealthEvent.Result;
import id.simpul.health.certificate.HealthEvent.TestMethod;
import id.simpul.health.certificate.HealthEvent.TestResult;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.HealthEvent.Vaccine;
import id.simpul.health.internal.cbor.CborArray;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborSimple;
import id.simpul.health.internal.cbor.CborValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payload of an EU Digital COVID Certificate (schema 1.3.0 and older), which others use
 * as well: exactly one event, its required members, their forms. It bears what issuers have done
 * with members that are null and numbers that float. Not thread-safe; for one payload.
 */
final class PayloadReader {
  private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{1,10}");
  private static final Pattern STANDARDISED = Pattern.compile("[A-Z<]*");
  private static final Pattern PARTIAL_BIRTH =
      Pattern.compile("((19|20)\\d\\d(-(0[1-9]|1[0-2]))?)?");
  private static final Pattern BIRTH_CENTURY = Pattern.compile("(19|20).*");

  private final CborMap payload;
  private final ValueSets valueSets;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Violation> warnings = new ArrayList<>();

  PayloadReader(CborMap payload, ValueSets valueSets) {
    this.payload = payload;
    this.valueSets = valueSets;
  }

  /** Everything that breaks the rules, after {@link #read}. */
  List<Violation> violations() {
    return violations;
  }

  /** Everything that is unusual, after {@link #read}. */
  List<Violation> warnings() {
    return warnings;
  }

  /** The content, or empty when there is no event at all; good only without violations. */
  Optional<HcertContent> read() {
    PayloadFields root = new PayloadFields(payload, "", violations);
    root.required("ver", VERSION, "is a version of three numbers");
    PersonName name = name(root);
    String birth = dateOfBirth(root);
    return event(root).map(event -> new HcertContent(name, birth, event));
  }

  private PersonName name(PayloadFields root) {
    if (!(payload.get("nam").orElse(null) instanceof CborMap map)) {
      root.violate(Violation.REQUIRED, "nam", "is required, and a map");
      return new PersonName(null, "", null, null);
    }
    PayloadFields fields = new PayloadFields(map, "nam/", violations);
    String family = fields.optional("fn");
    String standardisedFamily =
        fields.required("fnt", STANDARDISED, "is written in capitals A to Z and <");
    String standardisedGiven = fields.optional("gnt");
    if (standardisedGiven != null && !STANDARDISED.matcher(standardisedGiven).matches()) {
      fields.violate(Violation.CHOICE, "gnt", "is written in capitals A to Z and <");
    }
    return new PersonName(family, standardisedFamily, fields.optional("gn"), standardisedGiven);
  }

  /** Schema 1.3.0, dob: what a passport knows of the day, from 1900 to 2099. */
  private String dateOfBirth(PayloadFields root) {
    String birth = root.required("dob");
    boolean whole = BIRTH_CENTURY.matcher(birth).matches() && PayloadFields.isDate(birth);
    if (!whole && !PARTIAL_BIRTH.matcher(birth).matches()) {
      root.violate(
          Violation.TYPE, "dob", "is a year, a month or a day from 1900 to 2099, or empty");
    }
    return birth;
  }

  private Optional<HealthEvent> event(PayloadFields root) {
    List<HealthEvent> events = new ArrayList<>();
    int groups = 0;
    for (EventKind kind : EventKind.values()) {
      CborValue group = payload.get(kind.group()).orElse(CborSimple.NULL);
      if (!group.equals(CborSimple.NULL)) {
        groups++;
        events.addAll(events(root, kind, group));
      }
    }
    if (groups != 1) {
      root.violate(Violation.CONFLICT, "v, t, r", "exactly one of them is there");
    }
    return events.stream().findFirst();
  }

  private List<HealthEvent> events(PayloadFields root, EventKind kind, CborValue group) {
    if (!(group instanceof CborArray array)
        || array.items().size() != 1
        || !(array.items().get(0) instanceof CborMap map)) {
      root.violate(Violation.LENGTH, kind.group(), "is an array of exactly one event");
      return List.of();
    }
    PayloadFields fields = new PayloadFields(map, kind.group() + "/0/", violations);
    return List.of(
        switch (kind) {
          case VACCINATION -> vaccination(fields);
          case TEST -> test(fields);
          case RECOVERY -> recovery(fields);
        });
  }

  private Vaccination vaccination(PayloadFields fields) {
    Vaccine vaccine =
        new Vaccine(
            code(fields, "v", "tg"),
            code(fields, "v", "vp"),
            code(fields, "v", "mp"),
            code(fields, "v", "ma"));
    Dose dose = new Dose(fields.number("dn", Dose.MAX), fields.number("sd", Dose.MAX));
    return new Vaccination(vaccine, dose, fields.date("dt"), origin(fields, "v"));
  }

  private TestResult test(PayloadFields fields) {
    TestMethod method =
        new TestMethod(
            code(fields, "t", "tg"),
            code(fields, "t", "tt"),
            fields.optional("nm"),
            known("t", "ma", fields.optional("ma")));
    Result result = new Result(fields.date("sc"), code(fields, "t", "tr"), fields.optional("tc"));
    return new TestResult(method, result, origin(fields, "t"));
  }

  private Recovery recovery(PayloadFields fields) {
    String disease = code(fields, "r", "tg");
    Period period = new Period(fields.date("fr"), fields.date("df"), fields.date("du"));
    return new Recovery(disease, period, origin(fields, "r"));
  }

  private Origin origin(PayloadFields fields, String group) {
    String country = fields.required("co", COUNTRY, "is written in 1 to 10 capitals");
    known(group, "co", country);
    return new Origin(country, fields.required("is"), fields.required("ci"));
  }

  private String code(PayloadFields fields, String group, String name) {
    String code = fields.required(name);
    known(group, name, code);
    return code;
  }

  private @Nullable String known(String group, String name, @Nullable String code) {
    if (code != null && !code.isEmpty() && !valueSets.knows(group + "/" + name, code)) {
      warnings.add(
          new Violation(Violation.CHOICE, group + "/0/" + name, "is a code nobody here knows"));
    }
    return code;
  }
}
