package id.simpul.health.fhir;

import id.simpul.core.operation.Violation;
import java.util.Objects;

/**
 * Something a reader found that FHIR R4 does not allow. Says where and what, and never quotes a
 * value: it may be personal.
 *
 * @param kind what became of it
 * @param code stable word for the rule, one of {@link Violation}'s or a constraint of FHIR such as
 *     {@code per-1}
 * @param where the element as FHIRPath names it, fit for {@code OperationOutcome.issue.expression}:
 *     {@code Immunization.performer[0].actor}, {@code Immunization.occurrence} for {@code
 *     occurrenceDateTime}, {@code Patient.birthDate} for {@code _birthDate}. A member FHIR R4 does
 *     not know is never named, for its name may be personal: the path ends at the element that has
 *     it
 * @param text the rule for a person
 */
public record FhirProblem(Kind kind, String code, String where, String text) {

  /** What became of what was found. */
  public enum Kind {
    /** It was put right or left out while reading; the resource holds nothing of it. */
    REPAIRED,
    /** A member FHIR R4 does not know; carried and written back. */
    UNKNOWN,
    /** It breaks a rule; carried as it came, and refused by the strict writer. */
    INVALID
  }

  /** Checks that all four are given. */
  public FhirProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(text, "text");
  }

  /**
   * The same as a violation, for whoever refuses the resource.
   *
   * @return a violation with the same code, place and text
   */
  public Violation toViolation() {
    return new Violation(code, where, text);
  }

  @Override
  public String toString() {
    return where + ": " + text;
  }
}
