package id.simpul.identity.wire;

import id.simpul.identity.credential.resident.Resident;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An officer's command to hold a resident's credential ready. Immutable; {@code toString} shows
 * nothing of the resident.
 */
public final class ResidentOffer {
  private final Resident resident;
  private final boolean transactionCode;
  private final @Nullable EvidenceId evidence;

  private ResidentOffer(Resident resident, boolean transactionCode, @Nullable EvidenceId evidence) {
    this.resident = Objects.requireNonNull(resident, "resident");
    this.transactionCode = transactionCode;
    this.evidence = evidence;
  }

  /**
   * An offer whose wallet asks for digits that come another way than the link.
   *
   * @param resident what the population register says
   * @return the command
   */
  public static ResidentOffer of(Resident resident) {
    return new ResidentOffer(resident, true, null);
  }

  /**
   * The same without digits: whoever sees the link can have the credential. Only for a wallet that
   * stands before the officer, on a screen nobody else sees.
   *
   * @return a copy
   */
  public ResidentOffer withoutTransactionCode() {
    return new ResidentOffer(resident, false, evidence);
  }

  /**
   * The same with what the officer relied on.
   *
   * @param id names the evidence where it is kept
   * @return a copy
   */
  public ResidentOffer withEvidence(EvidenceId id) {
    return new ResidentOffer(resident, transactionCode, Objects.requireNonNull(id, "id"));
  }

  /**
   * Whom the credential is of.
   *
   * @return what the population register says
   */
  public Resident resident() {
    return resident;
  }

  /**
   * Whether the wallet asks for digits.
   *
   * @return true unless it was switched off
   */
  public boolean asksForTransactionCode() {
    return transactionCode;
  }

  /**
   * What the officer relied on.
   *
   * @return the name of the evidence, or empty
   */
  public Optional<EvidenceId> evidence() {
    return Optional.ofNullable(evidence);
  }

  @Override
  public String toString() {
    return "offer of a resident's credential";
  }
}
