package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A relation of two amounts (section 2.24.0.7). */
public final class Ratio extends Element {
  /** Its type. */
  public static final FhirType<Ratio> TYPE = new FhirType<>("Ratio", Ratio::new);

  private Ratio(JsonObject json) {
    super(json);
  }

  /**
   * A ratio.
   *
   * @param numerator the upper amount
   * @param denominator the lower amount
   * @return the ratio
   */
  public static Ratio of(Quantity numerator, Quantity denominator) {
    return ElementBuilder.of(TYPE)
        .set("numerator", numerator)
        .set("denominator", denominator)
        .build();
  }

  @Override
  public FhirType<Ratio> fhirType() {
    return TYPE;
  }

  /** {@return the upper amount} */
  public Optional<Quantity> numerator() {
    return get("numerator", Quantity.TYPE);
  }

  /** {@return the lower amount} */
  public Optional<Quantity> denominator() {
    return get("denominator", Quantity.TYPE);
  }
}
