package id.simpul.core.operation;

import java.util.Objects;

/**
 * One complaint of a node, as GeoReport v2, RFC 9457 and FHIR's OperationOutcome can carry it.
 *
 * @param code the node's code; often the HTTP status, sometimes more specific
 * @param description what is wrong, for the person who sent the request
 * @param where the element concerned, as the node names it; {@code ""} when it names none
 */
public record Problem(String code, String description, String where) {
  /** Checks that all members are given. */
  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(where, "where");
  }

  /**
   * A complaint about no element of its own.
   *
   * @param code the node's code
   * @param description what is wrong, for the person who sent the request
   */
  public Problem(String code, String description) {
    this(code, description, "");
  }

  /** Code and place alone: the node's words may quote what was sent. */
  @Override
  public String toString() {
    return "Problem[" + code + (where.isEmpty() ? "" : " at " + where) + "]";
  }
}
