package id.simpul.identity.issuance;

import java.util.Objects;

/**
 * The right to one credential, from the offer to its issuance. Its content is personal: whoever
 * keeps it on disk encrypts it, and erases it with the grant. Immutable.
 */
public final class IssuanceGrant {
  /** The most characters of a reference. */
  public static final int MAX_REFERENCE_LENGTH = 64;

  /** The most bytes of a content. */
  public static final int MAX_CONTENT_BYTES = 64 * 1024;

  private final String reference;
  private final String configurationId;
  private final byte[] content;

  /**
   * A grant.
   *
   * @param reference the issuer's own name for the case, 1 to {@link #MAX_REFERENCE_LENGTH}
   *     characters, without anything personal
   * @param configurationId what may be issued
   * @param content what the credential is made of, 1 to {@link #MAX_CONTENT_BYTES} bytes in a form
   *     of the issuer's own
   */
  public IssuanceGrant(String reference, String configurationId, byte[] content) {
    if (reference.isEmpty() || reference.length() > MAX_REFERENCE_LENGTH) {
      throw new IllegalArgumentException(
          "A reference has 1 to " + MAX_REFERENCE_LENGTH + " characters");
    }
    if (content.length == 0 || content.length > MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException("A content has 1 to " + MAX_CONTENT_BYTES + " bytes");
    }
    this.reference = reference;
    this.configurationId = Objects.requireNonNull(configurationId, "configurationId");
    this.content = content.clone();
  }

  /**
   * The issuer's own name for the case.
   *
   * @return the reference
   */
  public String reference() {
    return reference;
  }

  /**
   * What may be issued.
   *
   * @return the id of a configuration
   */
  public String configurationId() {
    return configurationId;
  }

  /**
   * What the credential is made of.
   *
   * @return a copy
   */
  public byte[] content() {
    return content.clone();
  }

  /** The reference, and nothing of the content. */
  @Override
  public String toString() {
    return "grant " + reference;
  }
}
