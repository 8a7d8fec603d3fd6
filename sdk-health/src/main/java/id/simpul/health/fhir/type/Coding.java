package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A code of a code system (section 2.24.0.5). */
public final class Coding extends Element {
  /** Its type. */
  public static final FhirType<Coding> TYPE = new FhirType<>("Coding", Coding::new);

  private Coding(JsonObject json) {
    super(json);
  }

  /**
   * A code.
   *
   * @param system the URI of the code system
   * @param code the code
   * @return the coding
   */
  public static Coding of(String system, String code) {
    return ElementBuilder.of(TYPE).set("system", system).set("code", code).build();
  }

  /**
   * A code with its name.
   *
   * @param system the URI of the code system
   * @param code the code
   * @param display what the code system calls it
   * @return the coding
   */
  public static Coding of(String system, String code, String display) {
    return ElementBuilder.of(TYPE)
        .set("system", system)
        .set("code", code)
        .set("display", display)
        .build();
  }

  @Override
  public FhirType<Coding> fhirType() {
    return TYPE;
  }

  /** {@return the URI of the code system} */
  public Optional<String> system() {
    return string("system");
  }

  /** {@return the version of the code system} */
  public Optional<String> version() {
    return string("version");
  }

  /** {@return the code} */
  public Optional<String> code() {
    return string("code");
  }

  /** {@return what the code system calls it} */
  public Optional<String> display() {
    return string("display");
  }

  /** {@return whether a person chose this very code} */
  public Optional<Boolean> userSelected() {
    return flag("userSelected");
  }
}
