package id.simpul.health.certificate;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of a card's payload, each given as it stands or not at all. */
final class HealthCardPayload {
  static final String HEALTH_CARD = "https://smarthealth.cards#health-card";

  private static final Pattern REVOCATION_ID = Pattern.compile("[A-Za-z0-9_-]{1,24}");
  private static final int MILLIS = 1000;

  private final JsonObject json;

  HealthCardPayload(JsonObject json) {
    this.json = json;
  }

  Optional<String> issuer() {
    return text(json, "iss");
  }

  /** Seconds since 1970; what would lie beyond the year 9999 are milliseconds. */
  Optional<Instant> time(String name) throws StepFailure {
    JsonValue value = json.get(name).orElse(null);
    if (value == null) {
      return Optional.empty();
    }
    double seconds =
        value instanceof JsonNumber number ? Double.parseDouble(number.lexeme()) : Double.NaN;
    if (seconds >= 0 && seconds <= CwtClaims.MAX_SECONDS) {
      return Optional.of(Instant.ofEpochMilli((long) (seconds * MILLIS)));
    }
    throw StepFailure.of(CheckCode.BAD_CLAIMS);
  }

  private Optional<JsonObject> credential() {
    return object(json, "vc");
  }

  List<String> types() {
    List<String> types = new ArrayList<>();
    if (credential().flatMap(vc -> vc.get("type")).orElse(null) instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        if (item instanceof JsonString type) {
          types.add(type.value());
        }
      }
    }
    return List.copyOf(types);
  }

  /** The identifier by which the card can be taken back; a broken one is no reason to go on. */
  @Nullable String revocationId() throws StepFailure {
    Optional<JsonValue> rid = credential().flatMap(vc -> vc.get("rid"));
    if (rid.isEmpty()) {
      return null;
    }
    if (rid.get() instanceof JsonString text && REVOCATION_ID.matcher(text.value()).matches()) {
      return text.value();
    }
    throw StepFailure.of(CheckCode.BAD_CLAIMS);
  }

  private Optional<JsonObject> subject() {
    return credential().flatMap(vc -> object(vc, "credentialSubject"));
  }

  String fhirVersion() {
    return subject().flatMap(subject -> text(subject, "fhirVersion")).orElse("");
  }

  JsonObject bundle() {
    return subject().flatMap(subject -> object(subject, "fhirBundle")).orElse(JsonObject.EMPTY);
  }

  /** A collection whose entries go by {@code resource:0} and so on. */
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    if (!fhirVersion().startsWith("4.")) {
      violations.add(new Violation(Violation.CHOICE, "fhirVersion", "is a version of FHIR R4"));
    }
    JsonObject bundle = bundle();
    if (!text(bundle, "resourceType").equals(Optional.of("Bundle"))
        || !text(bundle, "type").equals(Optional.of("collection"))) {
      violations.add(new Violation(Violation.TYPE, "fhirBundle", "is a Bundle, a collection"));
    }
    if (!(bundle.get("entry").orElse(null) instanceof JsonArray entries)
        || entries.items().isEmpty()) {
      violations.add(new Violation(Violation.REQUIRED, "fhirBundle/entry", "is required"));
      return violations;
    }
    for (int i = 0; i < entries.items().size(); i++) {
      if (!(entries.items().get(i) instanceof JsonObject entry)
          || !text(entry, "fullUrl").equals(Optional.of("resource:" + i))
          || object(entry, "resource").isEmpty()) {
        violations.add(
            new Violation(
                Violation.TYPE, "fhirBundle/entry/" + i, "is a resource of its own number"));
      }
    }
    return violations;
  }

  static Optional<JsonObject> object(JsonObject parent, String name) {
    return parent.get(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  static Optional<String> text(JsonObject parent, String name) {
    return parent
        .get(name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value());
  }
}
