package id.simpul.health.internal.satusehat;

import id.simpul.health.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects the rules a resource breaks. Not thread-safe. */
public final class RuleFindings {
  /** Where the dictionary names no number. */
  static final int NO_NUMBER = 0;

  private final String resourceType;
  private final List<RuleViolation> violations = new ArrayList<>();

  /**
   * Starts without any.
   *
   * @param resourceType the kind of resource, for places
   */
  public RuleFindings(String resourceType) {
    this.resourceType = Objects.requireNonNull(resourceType, "resourceType");
  }

  /**
   * Adds one.
   *
   * @param rule its number, 0 where none is known
   * @param element the element below the resource
   * @param message the rule for a person, without the value
   */
  public void add(int rule, String element, String message) {
    violations.add(new RuleViolation(rule, resourceType + "." + element, message));
  }

  /** A value that must be there. */
  void require(boolean given, int rule, String element) {
    if (!given) {
      add(rule, element, "a value is required");
    }
  }

  /**
   * What was found.
   *
   * @return a copy, in the order of the checks
   */
  public List<RuleViolation> list() {
    return List.copyOf(violations);
  }
}
