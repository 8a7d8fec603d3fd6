package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Optional;

/** What others added to the standard (section 2.4.0). */
public final class Extension extends Element {
  /** Its type. */
  public static final FhirType<Extension> TYPE = new FhirType<>("Extension", Extension::new);

  private Extension(JsonObject json) {
    super(json);
  }

  /**
   * An extension with a text.
   *
   * @param url what defines it, an absolute URI; within another extension a bare name too
   * @param value the text
   * @return the extension
   */
  public static Extension ofString(String url, String value) {
    return ElementBuilder.of(TYPE).set("url", url).set("valueString", value).build();
  }

  /**
   * An extension with a code.
   *
   * @param url what defines it, an absolute URI; within another extension a bare name too
   * @param value the code
   * @return the extension
   */
  public static Extension ofCode(String url, String value) {
    return ElementBuilder.of(TYPE).set("url", url).set("valueCode", value).build();
  }

  /**
   * An extension made of extensions.
   *
   * @param url what defines it, an absolute URI; within another extension a bare name too
   * @param parts what it is made of
   * @return the extension
   */
  public static Extension of(String url, List<Extension> parts) {
    ElementBuilder.Any<Extension> whole = ElementBuilder.of(TYPE).set("url", url);
    parts.forEach(whole::addExtension);
    return whole.build();
  }

  /**
   * An extension with a value of any other type.
   *
   * @param url what defines it, an absolute URI; within another extension a bare name too
   * @param member the member for its type, {@code valueMoney}
   * @param value the value
   * @return the extension
   */
  public static Extension of(String url, String member, Element value) {
    return ElementBuilder.of(TYPE).set("url", url).set(member, value).build();
  }

  @Override
  public FhirType<Extension> fhirType() {
    return TYPE;
  }

  /** {@return what defines it, a URI; within another extension a bare name too} */
  public Optional<String> url() {
    return string("url");
  }

  /** {@return its value, a text} */
  public Optional<String> valueString() {
    return string("valueString");
  }

  /** {@return its value, a code} */
  public Optional<String> valueCode() {
    return string("valueCode");
  }

  /** {@return its value, a URI} */
  public Optional<String> valueUri() {
    return string("valueUri");
  }

  /** {@return its value, a whole number} */
  public Optional<Integer> valueInteger() {
    return integer("valueInteger");
  }

  /** {@return its value, a boolean} */
  public Optional<Boolean> valueBoolean() {
    return flag("valueBoolean");
  }

  /** {@return its value, a date and time} */
  public Optional<FhirDateTime> valueDateTime() {
    return dateTime("valueDateTime");
  }

  /** {@return its value, a concept} */
  public Optional<CodeableConcept> valueCodeableConcept() {
    return get("valueCodeableConcept", CodeableConcept.TYPE);
  }

  /** {@return its value, a reference} */
  public Optional<Reference> valueReference() {
    return get("valueReference", Reference.TYPE);
  }
}
