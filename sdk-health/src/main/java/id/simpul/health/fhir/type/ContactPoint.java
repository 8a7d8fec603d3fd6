package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A telephone number, mail address or the like (section 2.24.0.13). */
public final class ContactPoint extends Element {
  /** Its type. */
  public static final FhirType<ContactPoint> TYPE =
      new FhirType<>("ContactPoint", ContactPoint::new);

  private ContactPoint(JsonObject json) {
    super(json);
  }

  /**
   * A contact.
   *
   * @param system one of phone, fax, email, pager, url, sms, other
   * @param value the number or address
   * @return the contact
   */
  public static ContactPoint of(String system, String value) {
    return ElementBuilder.of(TYPE).set("system", system).set("value", value).build();
  }

  @Override
  public FhirType<ContactPoint> fhirType() {
    return TYPE;
  }

  /** {@return one of phone, fax, email, pager, url, sms, other} */
  public Optional<String> system() {
    return string("system");
  }

  /** {@return the number or address} */
  public Optional<String> value() {
    return string("value");
  }

  /** {@return one of home, work, temp, old, mobile} */
  public Optional<String> use() {
    return string("use");
  }

  /** {@return the order of preference, 1 first} */
  public Optional<Integer> rank() {
    return integer("rank");
  }

  /** {@return when it was or is in use} */
  public Optional<Period> period() {
    return get("period", Period.TYPE);
  }
}
