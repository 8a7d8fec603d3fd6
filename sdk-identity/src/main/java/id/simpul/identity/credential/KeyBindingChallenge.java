package id.simpul.identity.credential;

import id.simpul.identity.internal.credential.Salts;
import java.security.SecureRandom;

/**
 * What a holder has to sign to present a credential: for whom, and on which occasion.
 *
 * @param audience the verifier's identifier, 1 to {@link #MAX_AUDIENCE_LENGTH} characters
 * @param nonce what the verifier made up for this occasion, 1 to {@link #MAX_NONCE_LENGTH}
 *     characters; one of ours has 22
 */
public record KeyBindingChallenge(String audience, String nonce) {
  /** The most characters of an audience. */
  public static final int MAX_AUDIENCE_LENGTH = 2048;

  /** The most characters of a nonce. */
  public static final int MAX_NONCE_LENGTH = 200;

  /** Checks the lengths. */
  public KeyBindingChallenge {
    if (audience.isEmpty() || audience.length() > MAX_AUDIENCE_LENGTH) {
      throw new IllegalArgumentException(
          "An audience has 1 to " + MAX_AUDIENCE_LENGTH + " characters");
    }
    if (nonce.isEmpty() || nonce.length() > MAX_NONCE_LENGTH) {
      throw new IllegalArgumentException("A nonce has 1 to " + MAX_NONCE_LENGTH + " characters");
    }
  }

  /**
   * A challenge with a nonce of its own, 128 random bits.
   *
   * @param audience the verifier's identifier
   * @param random a strong source
   * @return the challenge
   */
  public static KeyBindingChallenge fresh(String audience, SecureRandom random) {
    return new KeyBindingChallenge(audience, new Salts(random).salt());
  }

  /** The audience; a nonce of which nothing was presented yet is not for logs. */
  @Override
  public String toString() {
    return "challenge of " + audience;
  }
}
