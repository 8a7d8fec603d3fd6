package id.simpul.identity.internal.federation;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;

/**
 * The parameter a policy is about, and what to say when it fails: names alone, never a value.
 *
 * @param entityType an entity type identifier, for example {@code openid_relying_party}
 * @param parameter a metadata parameter, for example {@code grant_types}
 */
public record PolicyPath(String entityType, String parameter) {
  private static final String WHO = "metadata policy";

  /** Whether it is the parameter that strings and arrays both stand for. */
  boolean isScope() {
    return parameter.equals(Scope.PARAMETER);
  }

  /** An operator is wrong, stands beside another it may not, or is not kept. */
  TrustException violated(String operator, String what) {
    String where = entityType + "." + parameter + "." + operator;
    return new TrustException(Reason.POLICY_VIOLATED, WHO, what, printable(where));
  }

  /** No operator can work on the parameter. */
  TrustException violated(String what) {
    String where = entityType + "." + parameter;
    return new TrustException(Reason.POLICY_VIOLATED, WHO, what, printable(where));
  }

  /**
   * The policy or metadata of this parameter has another shape than JSON for it has.
   *
   * @param what what is wrong with it
   * @return the exception to throw
   */
  public TrustException malformed(String what) {
    String where = entityType + "." + parameter;
    return new TrustException(Reason.MALFORMED, WHO, what, printable(where));
  }

  /**
   * A name as a message may show it: whoever wrote the statement chose it.
   *
   * @param name the name
   * @return the name with a question mark for all that is not visible ASCII
   */
  public static String printable(String name) {
    StringBuilder shown = new StringBuilder(name);
    for (int i = 0; i < shown.length(); i++) {
      if (shown.charAt(i) <= ' ' || shown.charAt(i) >= 0x7f) {
        shown.setCharAt(i, '?');
      }
    }
    return shown.toString();
  }
}
