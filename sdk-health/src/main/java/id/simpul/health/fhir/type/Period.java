package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A time from a start to an end, both included (section 2.24.0.9). */
public final class Period extends Element {
  /** Its type. */
  public static final FhirType<Period> TYPE = new FhirType<>("Period", Period::new);

  private Period(JsonObject json) {
    super(json);
  }

  /**
   * A time that has ended.
   *
   * @param start when it starts
   * @param end when it ends
   * @return the period
   */
  public static Period of(FhirDateTime start, FhirDateTime end) {
    return ElementBuilder.of(TYPE).set("start", start).set("end", end).build();
  }

  /**
   * A time that lasts.
   *
   * @param start when it starts
   * @return the period
   */
  public static Period from(FhirDateTime start) {
    return ElementBuilder.of(TYPE).set("start", start).build();
  }

  @Override
  public FhirType<Period> fhirType() {
    return TYPE;
  }

  /** {@return when it starts} */
  public Optional<FhirDateTime> start() {
    return dateTime("start");
  }

  /** {@return when it ends, empty while it lasts} */
  public Optional<FhirDateTime> end() {
    return dateTime("end");
  }
}
