package id.simpul.health;

import id.simpul.core.ApiException;
import id.simpul.core.CallException;
import id.simpul.core.ContractException;
import id.simpul.core.Fault;
import org.jspecify.annotations.Nullable;

/** No access token could be had, so nothing was sent. Never holds a secret or a token. */
public final class SatuSehatTokenException extends SatuSehatException {
  private static final long serialVersionUID = 1L;

  /** Why there is no token. */
  public enum Reason {
    /** The server refused the credentials or failed. */
    REFUSED("token-refused", "Check the client id and secret, and the environment they are for"),
    /** What came is no token, whatever its status says. */
    UNREADABLE("token-unreadable", "Check the token endpoint of the environment"),
    /** No complete answer came. */
    UNREACHABLE("token-unreachable", "Check the network and try again");

    private final String word;
    private final String now;

    Reason(String word, String now) {
      this.word = word;
      this.now = now;
    }

    /**
     * The stable reason code.
     *
     * @return {@code health.satusehat.} and a word
     */
    public String code() {
      return "health.satusehat." + word;
    }
  }

  /** Why there is no token. */
  private final Reason reason;

  private SatuSehatTokenException(Reason reason, @Nullable String requestId, CallException cause) {
    super(
        new Fault(
            reason.code(),
            cause.fault().who(),
            "gave no access token" + status(cause),
            cause.fault().where(),
            reason.now),
        requestId,
        cause);
    this.reason = reason;
  }

  /**
   * Says why there is no token.
   *
   * @param cause how the request for it ended
   * @return the exception
   */
  public static SatuSehatTokenException of(CallException cause) {
    if (cause instanceof ApiException refused) {
      return new SatuSehatTokenException(Reason.REFUSED, refused.requestId().orElse(null), refused);
    }
    Reason reason = cause instanceof ContractException ? Reason.UNREADABLE : Reason.UNREACHABLE;
    return new SatuSehatTokenException(reason, cause.requestId().orElse(null), cause);
  }

  private static String status(CallException cause) {
    return cause instanceof ApiException refused ? " (answered " + refused.status() + ")" : "";
  }

  /**
   * Why there is no token.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
