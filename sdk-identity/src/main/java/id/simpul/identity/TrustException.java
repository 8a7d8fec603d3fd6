package id.simpul.identity;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/**
 * Something signed that cannot be trusted, or cannot be signed. {@link #reason()} is a closed list,
 * so that a node can answer with a stable code; the message never holds the token, the signature
 * base or a claim.
 */
public final class TrustException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /** Why it cannot be trusted. */
  public enum Reason {
    /** It is not what it should be: syntax, length, a missing or doubled part. */
    MALFORMED("malformed", "Have the signer build it by the profile"),
    /** There is no signature under our profile. */
    UNSIGNED(
        "unsigned",
        "Sign it by the profile; a request may use an API key where the operator allows it"),
    /** A part that must be covered by the signature is not. */
    NOT_COVERED("not-covered", "Have the signer cover all components of the profile"),
    /** The algorithm, type, header or parameter is not allowed here. */
    NOT_ALLOWED("not-allowed", "Have the signer use what the profile allows"),
    /** Nobody we trust goes by this name. */
    UNKNOWN_ENTITY("unknown-entity", "Pin or enrol the entity first"),
    /** The entity has no such key. */
    UNKNOWN_KEY("unknown-key", "Have the entity publish the key, or use the right one"),
    /** The signature does not fit the bytes. */
    SIGNATURE_INVALID("signature-invalid", "Find what changed the message on its way"),
    /** The content does not have the digest that was signed. */
    DIGEST_MISMATCH("digest-mismatch", "Find what changed the content on its way"),
    /** It was made too long ago. */
    EXPIRED("expired", "Sign again; check both clocks"),
    /** It was made in the future. */
    NOT_YET_VALID("not-yet-valid", "Check both clocks"),
    /** Its nonce was used before. */
    REPLAYED("replayed", "Sign each attempt anew with a fresh nonce"),
    /** It is signed by somebody else than the one we asked. */
    WRONG_SIGNER("wrong-signer", "Check which node answers under this URL"),
    /** It is meant for somebody else. */
    WRONG_AUDIENCE("wrong-audience", "Address it to this entity's own URL"),
    /** The key or crypto provider cannot be used. */
    KEY_UNUSABLE(
        "key-unusable", "Check the key and its algorithm, at whoever holds or publishes it"),
    /** Where it should be fetched from did not answer, or not with what it should. */
    UNREACHABLE("unreachable", "Check the address and network; run doctor on that node"),
    /** No chain of statements leads from it to an anchor we trust. */
    NO_CHAIN("no-chain", "Have its superior issue a statement, or pin another anchor"),
    /** A superior's constraints do not let it stand where it does. */
    CONSTRAINT_VIOLATED(
        "constraint-violated", "Have the superior that set the constraint widen it"),
    /** Its metadata does not keep a superior's policy. */
    POLICY_VIOLATED("policy-violated", "Have the entity publish metadata that keeps the policy"),
    /** It lacks the accreditation this needs. */
    NOT_AUTHORISED("not-authorised", "Have the accrediting authority issue the trust mark"),
    /** Its issuer has taken it back for good. */
    REVOKED("revoked", "Ask the issuer for a new one"),
    /** Its issuer has taken it back for now. */
    SUSPENDED("suspended", "Ask the issuer why"),
    /** Whether its issuer has taken it back could not be found out. */
    STATUS_UNKNOWN("status-unknown", "Try again when the issuer's status list can be reached"),
    /** A budget ran out, so it was not looked at. */
    BUDGET_EXCEEDED("budget-exceeded", "Wait, then send less at a time");

    private final String word;
    private final String now;

    Reason(String word, String now) {
      this.word = word;
      this.now = now;
    }

    /**
     * The stable code.
     *
     * @return {@code identity.trust.} and a word
     */
    public String code() {
      return "identity.trust." + word;
    }
  }

  /** Why it cannot be trusted. */
  private final Reason reason;

  /**
   * Creates the exception.
   *
   * @param reason why
   * @param who the entity, key id or file concerned, as far as it is known
   * @param what what exactly is wrong, without content
   * @param where the part concerned, for example {@code Signature-Input}
   */
  public TrustException(Reason reason, String who, String what, String where) {
    this(reason, who, what, where, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param reason why
   * @param who the entity, key id or file concerned, as far as it is known
   * @param what what exactly is wrong, without content
   * @param where the part concerned, for example {@code Signature-Input}
   * @param cause what led to it, or null
   */
  public TrustException(
      Reason reason, String who, String what, String where, @Nullable Throwable cause) {
    super(new Fault(reason.code(), who, what, where, reason.now), cause);
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
