package id.simpul.node.internal.credential;

import id.simpul.core.operation.Violation;
import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.IssuanceException;
import id.simpul.node.internal.http.Refusal;
import java.util.function.Supplier;

/** Turns what the desks throw into what the standards have a word for. */
final class Refusals {
  private static final int UNAUTHORIZED = 401;

  private Refusals() {}

  /** What a desk of the issuer answers. */
  static <T> T issuing(Supplier<T> desk) {
    try {
      return desk.get();
    } catch (IssuanceException e) {
      String where = e.fault().where();
      Refusal refusal =
          Refusal.worded(e.reason().status(), e.reason().word(), where, e.fault().what());
      throw e.reason().status() == UNAUTHORIZED
          ? refusal.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
          : refusal;
    } catch (TrustException e) {
      throw cannotNow();
    }
  }

  /** What the desk of the verifier answers: the presentation is at fault, and never the caller. */
  static <T> T verifying(Supplier<T> desk) {
    try {
      return desk.get();
    } catch (TrustException e) {
      if (e.reason() == TrustException.Reason.BUDGET_EXCEEDED) {
        throw cannotNow();
      }
      throw Refusal.worded(
          400, "invalid_request", e.fault().where(), e.fault().what() + " [" + e.code() + "]");
    }
  }

  /** What is the node's own trouble. */
  static Refusal cannotNow() {
    return Refusal.of(503, Violation.BUSY, "node", "the node cannot do this now")
        .with("Retry-After", "60");
  }

  static Refusal missing(String where, String message) {
    return Refusal.of(404, Violation.NOT_FOUND, where, message);
  }
}
