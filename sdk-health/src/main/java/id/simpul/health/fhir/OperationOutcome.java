package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** What went wrong, or what there is to say of a success (section 2.28). */
public final class OperationOutcome extends Resource {
  /** Its type. */
  public static final FhirType<OperationOutcome> TYPE =
      type("OperationOutcome", OperationOutcome::new);

  private OperationOutcome(Examined examined) {
    super(examined);
  }

  /**
   * Starts an OperationOutcome.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  @Override
  public FhirType<OperationOutcome> fhirType() {
    return TYPE;
  }

  /** {@return each thing there is to say, at least one} */
  public List<Issue> issue() {
    return list("issue", Issue.TYPE);
  }

  /** One thing there is to say. */
  public static final class Issue extends Element {
    /** Its type. */
    public static final FhirType<Issue> TYPE = new FhirType<>("OperationOutcome.issue", Issue::new);

    private Issue(JsonObject json) {
      super(json);
    }

    /**
     * A thing about no element of its own.
     *
     * @param severity one of fatal, error, warning, information
     * @param code what kind of thing it is: required, value, duplicate
     * @param text it in words, without personal data
     * @return the issue
     */
    public static Issue of(String severity, String code, String text) {
      return ElementBuilder.of(TYPE)
          .set("severity", severity)
          .set("code", code)
          .set("details", CodeableConcept.ofText(text))
          .build();
    }

    /**
     * An error about an element.
     *
     * @param code what kind of thing it is: required, value, duplicate
     * @param text it in words, without personal data
     * @param expression the element, {@code Immunization.patient}
     * @return the issue
     */
    public static Issue error(String code, String text, String expression) {
      return ElementBuilder.of(TYPE)
          .set("severity", "error")
          .set("code", code)
          .set("details", CodeableConcept.ofText(text))
          .add("expression", expression)
          .build();
    }

    @Override
    public FhirType<Issue> fhirType() {
      return TYPE;
    }

    /** {@return one of fatal, error, warning, information} */
    public Optional<String> severity() {
      return string("severity");
    }

    /** {@return what kind of thing it is: required, value, duplicate} */
    public Optional<String> code() {
      return string("code");
    }

    /** {@return more, in codes and words} */
    public Optional<CodeableConcept> details() {
      return get("details", CodeableConcept.TYPE);
    }

    /** {@return more, for whoever looks after the server} */
    public Optional<String> diagnostics() {
      return string("diagnostics");
    }

    /** {@return the elements concerned, in FHIRPath as {@link FhirProblem#where} has it} */
    public List<String> expression() {
      return strings("expression");
    }
  }

  /**
   * Makes an OperationOutcome. The setters take the members' names in the standard; with {@code
   * add} before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<OperationOutcome, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to issue.
     *
     * @param value each thing there is to say, at least one
     * @return this
     */
    public Builder addIssue(Issue value) {
      return add("issue", value);
    }
  }
}
