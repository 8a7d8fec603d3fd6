package id.simpul.identity.internal.fetch;

import id.simpul.core.ApiException;
import id.simpul.core.ContractException;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.ValidationException;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Why one fetch has no token.
 *
 * @param target where it should be
 * @param operationId how it was asked for
 */
record FetchFailures(Target target, String operationId) {

  /** Whatever ended the call, as a reason not to trust. */
  TrustException of(SimpulException failure) {
    if (failure instanceof TransportException broken) {
      return failure(reason(broken.kind()), broken.fault().what(), broken);
    }
    if (failure instanceof ContractException broken) {
      return failure(
          Reason.UNREACHABLE, broken.fault().what() + ", " + broken.violations().get(0), broken);
    }
    if (failure instanceof ApiException refused) {
      return failure(Reason.UNREACHABLE, refused.fault().what(), refused);
    }
    if (failure instanceof ValidationException wrong) {
      return failure(Reason.NOT_ALLOWED, wrong.violations().get(0).toString(), wrong);
    }
    return failure(Reason.UNREACHABLE, failure.fault().what(), failure);
  }

  private static Reason reason(TransportException.Kind kind) {
    return switch (kind) {
      case ADDRESS_REFUSED -> Reason.NOT_ALLOWED;
      case TIMEOUT, ANSWER_TOO_LARGE, OVERLOADED -> Reason.BUDGET_EXCEEDED;
      default -> Reason.UNREACHABLE;
    };
  }

  /** Time ran out. */
  TrustException late() {
    return failure(
        Reason.BUDGET_EXCEEDED,
        "gave no token within " + target.timeout().toMillis() + " ms",
        null);
  }

  /** The thread that waits was interrupted. */
  TrustException interrupted() {
    return failure(Reason.UNREACHABLE, "was not waited for, the thread was interrupted", null);
  }

  /** The address is of a form no call can go to. */
  TrustException malformed() {
    return failure(Reason.NOT_ALLOWED, "is no http(s) URL without fragment and user", null);
  }

  private TrustException failure(Reason reason, String what, @Nullable Throwable cause) {
    return new TrustException(reason, who(), what, operationId, cause);
  }

  // Nothing of a query or of who is named in front of the host.
  private String who() {
    URI address = target.address();
    String host = address.getHost();
    if (host == null) {
      return "An address without a host";
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + host + port + address.getRawPath();
  }
}
