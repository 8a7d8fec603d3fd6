package id.simpul.node.internal.security;

import id.simpul.node.NodeLimits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets each claimed signer have only so many signatures looked at and waiting at one time, so that
 * none crowds out the others. A claim is not yet believed: who forges another's name uses up that
 * name's share and nobody else's. Thread-safe; holds no more entries than requests in flight.
 */
public final class SignerBudget {
  private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();

  /** Makes a budget that nobody has used. */
  public SignerBudget() {}

  /**
   * Takes a share.
   *
   * @param claimedSigner the peer the request names
   * @return false when the signer's share is used up; then there is nothing to give back
   */
  public boolean enter(String claimedSigner) {
    boolean[] entered = {false};
    inFlight.compute(
        claimedSigner,
        (signer, count) -> {
          int used = count == null ? 0 : count;
          entered[0] = used < NodeLimits.MAX_SIGNATURES_PER_SIGNER;
          return entered[0] ? Integer.valueOf(used + 1) : count;
        });
    return entered[0];
  }

  /**
   * Gives a share back.
   *
   * @param claimedSigner the peer that was let in
   */
  public void leave(String claimedSigner) {
    inFlight.computeIfPresent(claimedSigner, (signer, count) -> count == 1 ? null : count - 1);
  }
}
