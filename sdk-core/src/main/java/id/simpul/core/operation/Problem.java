package id.simpul.core.operation;

import java.util.Objects;

/**
 * One complaint of a node, as GeoReport v2 and RFC 9457 both can carry it.
 *
 * @param code the node's code; often the HTTP status, sometimes more specific
 * @param description what is wrong, for the person who sent the request
 */
public record Problem(String code, String description) {
  /** Checks that both members are given. */
  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(description, "description");
  }
}
