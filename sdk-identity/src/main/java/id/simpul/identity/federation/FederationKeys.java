package id.simpul.identity.federation;

import id.simpul.identity.SigningKey;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The federation keys of an entity that issues statements: one signs, and others are published
 * beside it. A key is rolled over in four steps (OpenID Federation 1.1, section 11.2): {@link
 * #publish} the new one; go on signing with the old one until everybody has seen the new one, which
 * takes as long as a statement lives; {@link #switchTo} the new one; {@link #remove} the old one
 * when nothing it signed is valid any more, and list it among the {@link HistoricalKey}s.
 *
 * <p>An intermediate has a step more: its superior must vouch for the new key before it signs. A
 * key that is lost or stolen is switched and removed at once. Immutable, as thread-safe as the
 * signing key.
 */
public final class FederationKeys {
  private final SigningKey signing;
  private final List<PublicJwk> published;

  private FederationKeys(SigningKey signing, List<PublicJwk> published) {
    this.signing = signing;
    this.published = List.copyOf(published);
  }

  /**
   * Starts with one key.
   *
   * @param signing the key that signs
   * @return the keys
   */
  public static FederationKeys of(SigningKey signing) {
    return new FederationKeys(signing, List.of(PublicJwk.of(signing.publicKey())));
  }

  /**
   * Publishes a key beside those that are there; it does not sign yet.
   *
   * @param next the new key
   * @return a copy
   * @throws IllegalArgumentException when it is there already
   * @throws id.simpul.identity.TrustException {@code MALFORMED} when there would be more than
   *     {@link JwkSet#MAX_KEYS}
   */
  public FederationKeys publish(VerificationKey next) {
    if (isPublished(next)) {
      throw new IllegalArgumentException("Published already: " + next.keyId());
    }
    List<PublicJwk> more = new ArrayList<>(published);
    more.add(PublicJwk.of(next));
    JwkSet.of(more);
    return new FederationKeys(signing, more);
  }

  /**
   * Signs with another key from now on; the one that signed before stays published.
   *
   * @param next a key that has been published
   * @return a copy
   * @throws IllegalArgumentException when it has not been published
   */
  public FederationKeys switchTo(SigningKey next) {
    if (!isPublished(next.publicKey())) {
      throw new IllegalArgumentException("Publish it first: " + next.keyId());
    }
    return new FederationKeys(next, published);
  }

  /**
   * Publishes a key no more.
   *
   * @param old a key that is published and does not sign
   * @return a copy
   * @throws IllegalArgumentException when it signs, or is not there
   */
  public FederationKeys remove(VerificationKey old) {
    if (!isPublished(old) || old.keyId().equals(signing.keyId())) {
      throw new IllegalArgumentException("Signs, or is not published: " + old.keyId());
    }
    List<PublicJwk> rest =
        published.stream().filter(key -> !key.key().keyId().equals(old.keyId())).toList();
    return new FederationKeys(signing, rest);
  }

  private boolean isPublished(VerificationKey key) {
    Objects.requireNonNull(key, "key");
    return published.stream().anyMatch(p -> p.key().keyId().equals(key.keyId()));
  }

  /**
   * The key that signs.
   *
   * @return one of those published
   */
  public SigningKey signing() {
    return signing;
  }

  /**
   * The keys others may meet, for {@code jwks}.
   *
   * @return at least one, oldest first, each under its thumbprint
   */
  public JwkSet published() {
    return JwkSet.of(published);
  }

  @Override
  public String toString() {
    return "federation keys " + published + ", signing with " + signing.keyId();
  }
}
