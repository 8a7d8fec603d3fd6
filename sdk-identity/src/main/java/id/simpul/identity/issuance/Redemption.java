package id.simpul.identity.issuance;

import java.util.Objects;

/** What came of an attempt to redeem an offer. */
public sealed interface Redemption {
  /** There is no such offer, or no longer. */
  Redemption UNKNOWN = new Refused("unknown");

  /** The offer asks for a transaction code, and none was given. */
  Redemption CODE_MISSING = new Refused("code missing");

  /** The offer asks for no transaction code, and one was given. */
  Redemption CODE_NOT_EXPECTED = new Refused("code not expected");

  /** The transaction code is another one; that was one try less. */
  Redemption CODE_WRONG = new Refused("code wrong");

  /**
   * It was redeemed, and by nobody else.
   *
   * @param grant what it is good for
   */
  record Redeemed(IssuanceGrant grant) implements Redemption {
    /** Checks that there is a grant. */
    public Redeemed {
      Objects.requireNonNull(grant, "grant");
    }
  }

  /**
   * It was not.
   *
   * @param why in two words
   */
  record Refused(String why) implements Redemption {
    /** Checks that there is a reason. */
    public Refused {
      Objects.requireNonNull(why, "why");
    }
  }
}
