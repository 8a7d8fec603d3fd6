package id.simpul.identity.internal.fetch;

import id.simpul.core.AddressPolicy;

/** What whoever fetches from addresses that strangers name has to keep to. */
public final class StrangersAddresses {
  private StrangersAddresses() {}

  /**
   * Makes sure that addresses are looked at before they are connected to.
   *
   * @param policy of a client
   * @throws IllegalArgumentException when it looks at none
   */
  public static void require(AddressPolicy policy) {
    if (!policy.isRestricted()) {
      throw new IllegalArgumentException(
          "Strangers name these addresses, so the policy has to look at them");
    }
  }
}
