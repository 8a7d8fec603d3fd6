package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonObject;
import java.util.List;
import java.util.Optional;

/** One meaning, as codes of one or more systems and as text (section 2.24.0.6). */
public final class CodeableConcept extends Element {
  /** Its type. */
  public static final FhirType<CodeableConcept> TYPE =
      new FhirType<>("CodeableConcept", CodeableConcept::new);

  private CodeableConcept(JsonObject json) {
    super(json);
  }

  /**
   * A meaning in codes.
   *
   * @param codings one code a system, or more
   * @return the concept
   */
  public static CodeableConcept of(Coding... codings) {
    ElementBuilder.Any<CodeableConcept> concept = ElementBuilder.of(TYPE);
    for (Coding coding : codings) {
      concept.add("coding", coding);
    }
    return concept.build();
  }

  /**
   * A meaning in words alone.
   *
   * @param text the words
   * @return the concept
   */
  public static CodeableConcept ofText(String text) {
    return ElementBuilder.of(TYPE).set("text", text).build();
  }

  /**
   * The first code of a system. A slash at the end of a system's URI makes no difference.
   *
   * @param system the URI of the code system
   * @return the code
   */
  public Optional<String> code(String system) {
    return coding().stream()
        .filter(c -> c.system().filter(s -> Identifier.sameSystem(s, system)).isPresent())
        .flatMap(c -> c.code().stream())
        .findFirst();
  }

  @Override
  public FhirType<CodeableConcept> fhirType() {
    return TYPE;
  }

  /** {@return the codes, in order} */
  public List<Coding> coding() {
    return list("coding", Coding.TYPE);
  }

  /** {@return the meaning in words} */
  public Optional<String> text() {
    return string("text");
  }
}
