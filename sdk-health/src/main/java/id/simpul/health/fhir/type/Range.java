package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A set of values from low to high, both included (section 2.24.0.7). */
public final class Range extends Element {
  /** Its type. */
  public static final FhirType<Range> TYPE = new FhirType<>("Range", Range::new);

  private Range(JsonObject json) {
    super(json);
  }

  /**
   * A range.
   *
   * @param low the least, without a comparator
   * @param high the greatest, in the same unit
   * @return the range
   */
  public static Range of(Quantity low, Quantity high) {
    return ElementBuilder.of(TYPE).set("low", low).set("high", high).build();
  }

  @Override
  public FhirType<Range> fhirType() {
    return TYPE;
  }

  /** {@return the least} */
  public Optional<Quantity> low() {
    return get("low", Quantity.TYPE);
  }

  /** {@return the greatest} */
  public Optional<Quantity> high() {
    return get("high", Quantity.TYPE);
  }
}
