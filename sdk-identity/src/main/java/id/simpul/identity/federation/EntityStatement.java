package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.time.Duration;
import java.time.Instant;

/**
 * What one entity says of itself or of another, signed (OpenID Federation 1.1, section 3), with its
 * form and its signature checked. Made by {@link EntityStatementVerifier} and {@link ChainResolver}
 * alone. That a statement is signed by who it says does not mean that anybody has to believe it:
 * that takes a {@link TrustChain}. Immutable, thread-safe.
 */
public abstract sealed class EntityStatement permits EntityConfiguration, SubordinateStatement {
  /** The {@code typ} of its header. */
  public static final String TYPE = "entity-statement+jwt";

  /** Its media type on the wire. */
  public static final String MEDIA_TYPE = "application/" + TYPE;

  /** The longest statement in characters, each of which is a byte. */
  public static final int MAX_LENGTH = 64 * 1024;

  /**
   * How long a statement holds unless its issuer decides otherwise: a week, so that a machine that
   * stands still over the holidays stops nobody.
   */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(7);

  /** The longest life of a statement that is believed: there is no other way to take one back. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(14);

  private final VerifiedStatement verified;

  EntityStatement(VerifiedStatement verified) {
    this.verified = verified;
  }

  final ReceivedStatement received() {
    return verified.statement();
  }

  /**
   * Who says it.
   *
   * @return {@code iss}
   */
  public final EntityId issuer() {
    return verified.statement().name().issuer();
  }

  /**
   * Of whom.
   *
   * @return {@code sub}; the issuer itself in an entity configuration
   */
  public final EntityId subject() {
    return verified.statement().name().subject();
  }

  /**
   * The keys with which the subject signs in the federation, and nowhere else.
   *
   * @return {@code jwks}
   */
  public final JwkSet keys() {
    return verified.keys();
  }

  /**
   * What the statement says of the roles of its subject, by entity type.
   *
   * @return {@code metadata}, empty when it is absent; no policy has been applied
   */
  public final JsonObject metadata() {
    return verified.statement().metadata();
  }

  /**
   * When it was issued.
   *
   * @return {@code iat}
   */
  public final Instant issuedAt() {
    return verified.statement().issuedAt();
  }

  /**
   * From when on it must not be taken.
   *
   * @return {@code exp}
   */
  public final Instant expiresAt() {
    return verified.statement().expiresAt();
  }

  /**
   * The key it is signed with.
   *
   * @return a key of the issuer
   */
  public final PublicJwk signedBy() {
    return verified.signedBy();
  }

  /**
   * The statement as it came.
   *
   * @return the compact serialisation
   */
  public final String token() {
    return verified.statement().token();
  }

  /** Whose it is and of whom, and nothing else of it. */
  @Override
  public final String toString() {
    return verified.statement().name().toString();
  }
}
