package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Objects;
import java.util.function.Function;

/**
 * A type of FHIR R4 and how a value of it is made from its JSON.
 *
 * @param name its name in the standard, {@code CodeableConcept} or {@code Immunization.performer}
 * @param reader makes a value; throws nothing for any object
 * @param <T> the Java type
 */
public record FhirType<T extends Element>(String name, Function<JsonObject, T> reader) {

  /** Checks that both are given. */
  public FhirType {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reader, "reader");
  }

  /**
   * A value from its JSON, taken leniently.
   *
   * @param json its members
   * @return the value
   */
  public T read(JsonObject json) {
    return reader.apply(json);
  }

  @Override
  public String toString() {
    return name;
  }
}
