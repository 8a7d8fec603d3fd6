package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of resource that have a class. */
final class Resources {
  private static final Map<String, FhirType<? extends Resource>> KINDS =
      List.<FhirType<? extends Resource>>of(
              Appointment.TYPE,
              Bundle.TYPE,
              Condition.TYPE,
              Encounter.TYPE,
              Immunization.TYPE,
              Location.TYPE,
              MeasureReport.TYPE,
              Observation.TYPE,
              OperationOutcome.TYPE,
              Organization.TYPE,
              Parameters.TYPE,
              Patient.TYPE,
              Practitioner.TYPE,
              Schedule.TYPE,
              Slot.TYPE,
              Subscription.TYPE)
          .stream()
          .collect(Collectors.toUnmodifiableMap(FhirType::name, Function.identity()));

  /** A resource of whichever kind it says it is. */
  static final FhirType<Resource> ANY = new FhirType<>("Resource", Resources::read);

  /** A resource that another one contains, of whichever kind it says it is. */
  static final FhirType<Resource> PART = new FhirType<>("Resource", Resources::part);

  private Resources() {}

  static Resource read(JsonObject json) {
    return kindOf(json).read(json);
  }

  private static Resource part(JsonObject json) {
    FhirType<? extends Resource> kind = kindOf(json);
    return kind.reader() instanceof ResourceReader<? extends Resource> reader
        ? reader.part(json)
        : kind.read(json);
  }

  /**
   * Whether an object is of a type. A kind without a class is of the type of all such, and of one
   * that somebody made for it by its name.
   */
  static boolean isOf(JsonObject json, FhirType<?> type) {
    return type.name().equals(Examined.typeOf(json)) || kindOf(json).name().equals(type.name());
  }

  /** A resource that {@link #isOf} a type, as its class. */
  // What says it is of the type was made by it.
  @SuppressWarnings("unchecked")
  static <T extends Resource> T as(Resource resource, FhirType<T> type) {
    return resource.fhirType().equals(type) ? (T) resource : type.read(resource.json());
  }

  private static FhirType<? extends Resource> kindOf(JsonObject json) {
    return json.members().get("resourceType") instanceof JsonString name
        ? Objects.requireNonNullElse(KINDS.get(name.value()), OtherResource.TYPE)
        : OtherResource.TYPE;
  }
}
