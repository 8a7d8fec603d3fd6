package id.simpul.identity.issuance;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/**
 * A request for a credential that is refused, with the word the standard has for it. The message
 * never holds a code, a token, a proof or a claim.
 */
public final class IssuanceException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** Why it is refused. */
  public enum Reason {
    /** A parameter is missing or not expected (RFC 6749, section 5.2). */
    INVALID_REQUEST("invalid_request", 400, "Send what the metadata and the offer ask for"),
    /** The code is wrong, used up or too old (RFC 6749, section 5.2). */
    INVALID_GRANT("invalid_grant", 400, "Ask the issuer for a new offer"),
    /** This is another flow (RFC 6749, section 5.2). */
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400, "Use a grant type of the metadata"),
    /** The access token is wrong, used up or too old (RFC 6750, section 3.1). */
    INVALID_TOKEN("invalid_token", 401, "Ask the issuer for a new offer"),
    /** The request is not what it should be (OpenID4VCI 1.0, section 8.3.1.2). */
    INVALID_CREDENTIAL_REQUEST(
        "invalid_credential_request", 400, "Send what OpenID4VCI 1.0, section 8.2, says"),
    /** There is no such credential, or not for this token. */
    UNKNOWN_CREDENTIAL_CONFIGURATION(
        "unknown_credential_configuration", 400, "Ask for what was offered"),
    /** Nobody gave out such an identifier. */
    UNKNOWN_CREDENTIAL_IDENTIFIER(
        "unknown_credential_identifier", 400, "Ask by credential_configuration_id"),
    /** A key proof is missing or wrong. */
    INVALID_PROOF("invalid_proof", 400, "Make a proof by OpenID4VCI 1.0, appendix F.1"),
    /** The nonce in the proof is wrong, used up or too old. */
    INVALID_NONCE("invalid_nonce", 400, "Get a new nonce from the nonce endpoint"),
    /** The answer cannot be encrypted as it was asked for. */
    INVALID_ENCRYPTION_PARAMETERS(
        "invalid_encryption_parameters", 400, "Ask without credential_response_encryption");

    private final String word;
    private final int status;
    private final String now;

    Reason(String word, int status, String now) {
      this.word = word;
      this.status = status;
      this.now = now;
    }

    /**
     * The standard's own word.
     *
     * @return what stands in {@code error}
     */
    public String word() {
      return word;
    }

    /**
     * What it is answered with.
     *
     * @return an HTTP status
     */
    public int status() {
      return status;
    }

    /**
     * The stable code.
     *
     * @return {@code identity.issuance.} and a word
     */
    public String code() {
      return "identity.issuance." + word.replace('_', '-');
    }
  }

  /** Why it is refused. */
  private final Reason reason;

  /**
   * Creates the exception.
   *
   * @param reason why
   * @param what what exactly is wrong, without content
   * @param where the parameter concerned
   */
  public IssuanceException(Reason reason, String what, String where) {
    this(reason, what, where, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param reason why
   * @param what what exactly is wrong, without content
   * @param where the parameter concerned
   * @param cause what led to it, or null
   */
  public IssuanceException(Reason reason, String what, String where, @Nullable Throwable cause) {
    super(new Fault(reason.code(), "wallet", what, where, reason.now), cause);
    this.reason = reason;
  }

  /**
   * Why.
   *
   * @return one of a closed list
   */
  public Reason reason() {
    return reason;
  }
}
