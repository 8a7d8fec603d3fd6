package id.simpul.core;

import java.util.Objects;

/**
 * Why something failed, in four answers a person can act on. No member may hold personal data or a
 * secret.
 *
 * @param code stable reason code, dotted and lower case, listed in {@code docs/register.md}
 * @param who the party at fault or asked: a node's base URL, a file, a peer
 * @param what what went wrong, one sentence without the final full stop
 * @param where the operation, field or position concerned
 * @param now what to do next, one sentence without the final full stop
 */
public record Fault(String code, String who, String what, String where, String now) {

  /** Checks that all five members are given. */
  public Fault {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(now, "now");
  }

  /**
   * The one-line message built from the answers.
   *
   * @return {@code who: what, at where. now. [code]}
   */
  public String message() {
    return who + ": " + what + ", at " + where + ". " + now + ". [" + code + "]";
  }
}
