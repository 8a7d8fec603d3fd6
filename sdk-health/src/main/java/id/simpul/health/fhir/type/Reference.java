package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A pointer to another resource (section 2.3.0). */
public final class Reference extends Element {
  /** Its type. */
  public static final FhirType<Reference> TYPE = new FhirType<>("Reference", Reference::new);

  private Reference(JsonObject json) {
    super(json);
  }

  /**
   * A pointer.
   *
   * @param reference {@code Patient/P01}, an absolute URL, {@code urn:uuid:} or {@code #id}
   * @return the reference
   */
  public static Reference to(String reference) {
    return ElementBuilder.of(TYPE).set("reference", reference).build();
  }

  /**
   * A pointer with words.
   *
   * @param reference {@code Patient/P01}, an absolute URL, {@code urn:uuid:} or {@code #id}
   * @param display the resource in words
   * @return the reference
   */
  public static Reference to(String reference, String display) {
    return ElementBuilder.of(TYPE).set("reference", reference).set("display", display).build();
  }

  /**
   * A pointer by a number, for a resource whose URL is unknown.
   *
   * @param type the kind of resource
   * @param identifier the number
   * @return the reference
   */
  public static Reference to(String type, Identifier identifier) {
    return ElementBuilder.of(TYPE).set("type", type).set("identifier", identifier).build();
  }

  @Override
  public FhirType<Reference> fhirType() {
    return TYPE;
  }

  /** {@return the URL: relative, absolute, {@code urn:uuid:} or {@code #id}} */
  public Optional<String> reference() {
    return string("reference");
  }

  /** {@return the kind of resource} */
  public Optional<String> type() {
    return string("type");
  }

  /** {@return a number of the resource, when there is no URL} */
  public Optional<Identifier> identifier() {
    return get("identifier", Identifier.TYPE);
  }

  /** {@return the resource in words} */
  public Optional<String> display() {
    return string("display");
  }
}
