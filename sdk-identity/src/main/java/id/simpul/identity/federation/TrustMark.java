package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An accreditation of an entity (OpenID Federation 1.1, section 7), verified: its issuer is trusted
 * through the same anchor, which lets it issue this type, and where the type belongs to somebody
 * else, the owner has delegated it. Made by {@link TrustMarkVerifier} alone. Immutable,
 * thread-safe.
 */
public final class TrustMark {
  private final PublishedTrustMark mark;
  private final EntityId issuer;
  private final EntityId subject;
  private final @Nullable EntityId owner;
  private final Instant expiresAt;

  TrustMark(PublishedTrustMark mark, EntityId issuer, EntityId subject, Instant expiresAt) {
    this(mark, issuer, subject, null, expiresAt);
  }

  private TrustMark(
      PublishedTrustMark mark,
      EntityId issuer,
      EntityId subject,
      @Nullable EntityId owner,
      Instant expiresAt) {
    this.mark = mark;
    this.issuer = issuer;
    this.subject = subject;
    this.owner = owner;
    this.expiresAt = expiresAt;
  }

  TrustMark ownedBy(EntityId delegator) {
    return new TrustMark(mark, issuer, subject, delegator, expiresAt);
  }

  /**
   * What it is for.
   *
   * @return {@code trust_mark_type}
   */
  public String type() {
    return mark.type();
  }

  /**
   * Who has it.
   *
   * @return {@code sub}
   */
  public EntityId subject() {
    return subject;
  }

  /**
   * Who gave it.
   *
   * @return {@code iss}
   */
  public EntityId issuer() {
    return issuer;
  }

  /**
   * To whom this type of mark belongs.
   *
   * @return the owner that has delegated it to the issuer, or empty when the anchor names none
   */
  public Optional<EntityId> owner() {
    return Optional.ofNullable(owner);
  }

  /**
   * Until when it counts.
   *
   * @return the end of the mark, its delegation or its issuer's chain, whichever comes first
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * The mark as it came.
   *
   * @return the compact serialisation
   */
  public String token() {
    return mark.token();
  }

  @Override
  public String toString() {
    return "trust mark of " + issuer + " for " + subject;
  }
}
