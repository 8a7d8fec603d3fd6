package id.simpul.identity.credential;

import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;

/**
 * A credential whose presenter proved, to this verifier and on this occasion, to hold the key in
 * it. Made by {@link HolderBoundVerifier} alone. Immutable, thread-safe.
 */
public final class VerifiedPresentation {
  private final VerifiedCredential credential;
  private final PublicJwk holder;
  private final Instant presentedAt;

  VerifiedPresentation(VerifiedCredential credential, PublicJwk holder, Instant presentedAt) {
    this.credential = credential;
    this.holder = holder;
    this.presentedAt = presentedAt;
  }

  /**
   * What was presented.
   *
   * @return the credential with what was disclosed of it
   */
  public VerifiedCredential credential() {
    return credential;
  }

  /**
   * Whose word it is.
   *
   * @return the key the presentation was signed with
   */
  public PublicJwk holder() {
    return holder;
  }

  /**
   * When it was presented, by the presenter's clock.
   *
   * @return a whole second
   */
  public Instant presentedAt() {
    return presentedAt;
  }

  /** Type and issuer, and nothing of the claims. */
  @Override
  public String toString() {
    return "presentation of " + credential;
  }
}
