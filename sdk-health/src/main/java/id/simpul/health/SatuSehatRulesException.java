package id.simpul.health;

import id.simpul.core.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** A resource breaks rules the server would refuse it by. Nothing was sent. */
public final class SatuSehatRulesException extends SatuSehatException {
  private static final long serialVersionUID = 1L;

  /** The stable reason code. */
  public static final String CODE = "health.satusehat.rules-broken";

  private final transient List<RuleViolation> violations;

  /**
   * Names every rule that is broken.
   *
   * @param subject the kind of resource
   * @param violations every violation, at least one
   */
  public SatuSehatRulesException(String subject, List<RuleViolation> violations) {
    super(
        new Fault(
            CODE,
            subject,
            violations.size()
                + " rule(s) of SATUSEHAT are broken: "
                + violations.stream()
                    .map(RuleViolation::toString)
                    .collect(Collectors.joining("; ")),
            violations.get(0).where(),
            "Correct them and try again"),
        null,
        null);
    this.violations = List.copyOf(violations);
  }

  /**
   * Every rule that is broken.
   *
   * @return an unmodifiable list with at least one entry
   */
  public List<RuleViolation> violations() {
    return violations;
  }
}
