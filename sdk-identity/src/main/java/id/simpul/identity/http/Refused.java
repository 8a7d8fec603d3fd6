package id.simpul.identity.http;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A check that failed, found where it is not known whose message it was; {@link #by} adds that. Has
 * no stack trace, so that forgeries stay cheap to refuse.
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String what;
  private final String where;

  Refused(Reason reason, String what, String where) {
    this(reason, what, where, null);
  }

  Refused(Reason reason, String what, String where, @Nullable Throwable cause) {
    super(what, cause, false, false);
    this.reason = reason;
    this.what = what;
    this.where = where;
  }

  TrustException by(String who) {
    return new TrustException(reason, who, what, where, getCause());
  }
}
