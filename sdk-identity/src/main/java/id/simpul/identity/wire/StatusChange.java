package id.simpul.identity.wire;

import id.simpul.identity.credential.TokenStatus;
import java.util.Objects;

/**
 * An officer's command to change the status of all copies of a credential.
 *
 * @param reference the node's name for the case
 * @param status what they become
 */
public record StatusChange(String reference, TokenStatus status) {
  /** Checks that both are given. */
  public StatusChange {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(status, "status");
  }
}
