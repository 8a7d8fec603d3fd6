package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.Optional;

/** A note, with who wrote it and when (section 2.24.0.16). */
public final class Annotation extends Element {
  /** Its type. */
  public static final FhirType<Annotation> TYPE = new FhirType<>("Annotation", Annotation::new);

  private Annotation(JsonObject json) {
    super(json);
  }

  /**
   * A note.
   *
   * @param text the note
   * @return the annotation
   */
  public static Annotation of(String text) {
    return ElementBuilder.of(TYPE).set("text", text).build();
  }

  @Override
  public FhirType<Annotation> fhirType() {
    return TYPE;
  }

  /** {@return who wrote it} */
  public Optional<Reference> authorReference() {
    return get("authorReference", Reference.TYPE);
  }

  /** {@return who wrote it, in words} */
  public Optional<String> authorString() {
    return string("authorString");
  }

  /** {@return when it was written} */
  public Optional<FhirDateTime> time() {
    return dateTime("time");
  }

  /** {@return the note} */
  public Optional<String> text() {
    return string("text");
  }
}
