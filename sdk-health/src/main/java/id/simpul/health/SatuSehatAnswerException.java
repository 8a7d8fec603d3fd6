package id.simpul.health;

import id.simpul.core.Fault;
import org.jspecify.annotations.Nullable;

/** Something the client will not do, whatever an answer or an option says. */
public final class SatuSehatAnswerException extends SatuSehatException {
  private static final long serialVersionUID = 1L;

  /** What the client will not do. */
  public enum Reason {
    /** Send a token to an origin that is not listed; nothing was sent. */
    HOST_NOT_ALLOWED("host-not-allowed", "List the origin in the environment, if it is right"),
    /** Follow a link to a next page elsewhere than at the FHIR base. */
    PAGE_ELSEWHERE("page-elsewhere", "Report the link to the server's operator"),
    /** Read a page that was read already. */
    PAGE_LOOP("page-loop", "Narrow the search, and report the loop to the server's operator"),
    /** Read more pages than the search allows. */
    TOO_MANY_PAGES("too-many-pages", "Narrow the search or allow more pages"),
    /** Make do with an answer that lacks what was asked for. */
    UNUSABLE("answer-unusable", "Report it to the server's operator, naming the request id");

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

  /** What the client will not do. */
  private final Reason reason;

  /**
   * Says what the client will not do.
   *
   * @param reason the reason
   * @param who the server, without anything of a request
   * @param what what it said or lacks, one phrase without content
   * @param where the operation
   * @param requestId the server's name for the exchange, or null
   */
  public SatuSehatAnswerException(
      Reason reason, String who, String what, String where, @Nullable String requestId) {
    super(new Fault(reason.code(), who, what, where, reason.now), requestId, null);
    this.reason = reason;
  }

  /**
   * What the client will not do.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
