package id.simpul.health.vaccination;

import id.simpul.core.operation.Violation;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A vaccine by its codes.
 *
 * @param cvx its code in CVX, 1 to 4 digits
 * @param display what people call it; {@code ""} when nobody says
 * @param kfa its codes in KFA, product ({@code 93…}) and group ({@code VG…}), as SATUSEHAT wants
 *     them for a dose given here; none where only CVX is known
 */
public record Vaccine(String cvx, String display, List<String> kfa) {
  /** The code system CVX. */
  public static final String CVX_SYSTEM = "http://hl7.org/fhir/sid/cvx";

  /** The most characters of {@link #display()}. */
  public static final int MAX_DISPLAY_LENGTH = 200;

  /** The most codes in KFA. */
  public static final int MAX_KFA_CODES = 4;

  /** Copies the codes. What is wrong with them {@link #violations} says. */
  public Vaccine {
    Objects.requireNonNull(cvx, "cvx");
    Objects.requireNonNull(display, "display");
    kfa = List.copyOf(kfa);
  }

  /**
   * Everything that is wrong with the codes.
   *
   * @param where a JSON pointer to the vaccine
   * @return the violations, possibly none
   */
  public List<Violation> violations(String where) {
    Checks checks = new Checks("Vaccine");
    checks.form(where + "/cvx", cvx, Forms.CVX, Forms.CVX_RULE);
    checks.length(where + "/display", display, MAX_DISPLAY_LENGTH);
    if (kfa.size() > MAX_KFA_CODES) {
      checks.reject(
          Violation.LENGTH, where + "/kfa", "at most " + MAX_KFA_CODES + " codes are allowed");
    }
    for (int i = 0; i < kfa.size(); i++) {
      checks.form(where + "/kfa/" + i, kfa.get(i), Forms.KFA, Forms.KFA_RULE);
    }
    return checks.violations();
  }

  /**
   * The vaccine as FHIR's {@code vaccineCode}: its codes in KFA first, then CVX.
   *
   * @return the concept
   */
  public CodeableConcept concept() {
    List<Coding> codings = new ArrayList<>();
    kfa.forEach(code -> codings.add(Coding.of(IdentifierSystems.KFA, code)));
    codings.add(
        display.isEmpty() ? Coding.of(CVX_SYSTEM, cvx) : Coding.of(CVX_SYSTEM, cvx, display));
    return CodeableConcept.of(codings.toArray(Coding[]::new));
  }
}
