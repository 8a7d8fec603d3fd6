package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;

/** An amount with its unit (section 2.24.0.7). */
public final class Quantity extends Element {
  /** Its type. */
  public static final FhirType<Quantity> TYPE = new FhirType<>("Quantity", Quantity::new);

  private Quantity(JsonObject json) {
    super(json);
  }

  /** The system of UCUM's units. */
  public static final String UCUM = "http://unitsofmeasure.org";

  /**
   * An amount in a unit of UCUM.
   *
   * @param value the amount; its scale is kept
   * @param unit the unit in words
   * @param code the unit in UCUM
   * @return the quantity
   */
  public static Quantity of(BigDecimal value, String unit, String code) {
    return ElementBuilder.of(TYPE)
        .set("value", value)
        .set("unit", unit)
        .set("system", UCUM)
        .set("code", code)
        .build();
  }

  /**
   * An amount without a unit.
   *
   * @param value the amount; its scale is kept
   * @return the quantity
   */
  public static Quantity of(BigDecimal value) {
    return ElementBuilder.of(TYPE).set("value", value).build();
  }

  @Override
  public FhirType<Quantity> fhirType() {
    return TYPE;
  }

  /** {@return the amount, with the scale it was written with} */
  public Optional<BigDecimal> value() {
    return decimal("value");
  }

  /** {@return how the amount bounds what is meant: {@code <}, {@code <=}, {@code >=}, {@code >}} */
  public Optional<String> comparator() {
    return string("comparator");
  }

  /** {@return the unit in words} */
  public Optional<String> unit() {
    return string("unit");
  }

  /** {@return the URI of the system of units} */
  public Optional<String> system() {
    return string("system");
  }

  /** {@return the unit as a code} */
  public Optional<String> code() {
    return string("code");
  }
}
