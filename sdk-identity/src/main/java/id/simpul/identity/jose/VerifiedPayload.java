package id.simpul.identity.jose;

/**
 * Bytes whose signature holds, and no more is known of them. Made by {@link
 * JwsVerifier#verifySignatureOnly} alone. Immutable, thread-safe.
 */
public final class VerifiedPayload {
  private final JwsProfile profile;
  private final byte[] bytes;
  private final PublicJwk signedBy;

  VerifiedPayload(JwsProfile profile, byte[] bytes, PublicJwk signedBy) {
    this.profile = profile;
    this.bytes = bytes;
    this.signedBy = signedBy;
  }

  /**
   * The payload.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The key it was signed with.
   *
   * @return the key
   */
  public PublicJwk signedBy() {
    return signedBy;
  }

  /** The class and the key, and nothing of the payload. */
  @Override
  public String toString() {
    return profile + " signed by " + signedBy;
  }
}
