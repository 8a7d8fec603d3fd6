package id.simpul.identity.wire;

import id.simpul.identity.credential.resident.Resident;
import java.util.Objects;

/**
 * An officer's command to hold a resident's credential ready. Immutable.
 *
 * @param resident what the population register says
 * @param withTxCode whether the resident's wallet asks for digits that come another way; without
 *     them whoever sees the link can have the credential, so only for a wallet that stands before
 *     the officer
 */
public record ResidentOffer(Resident resident, boolean withTxCode) {
  /** Checks that there is a resident. */
  public ResidentOffer {
    Objects.requireNonNull(resident, "resident");
  }
}
