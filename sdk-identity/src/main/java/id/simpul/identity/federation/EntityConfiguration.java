package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.wire.FederationV1;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an entity says of itself (OpenID Federation 1.1, section 3.1.2), signed with one of its own
 * keys that somebody else vouches for. Immutable, thread-safe.
 */
public final class EntityConfiguration extends EntityStatement {
  /** Where it is published, below the entity identifier (section 9). */
  public static final String WELL_KNOWN_PATH = FederationV1.CONFIGURATION_PATH;

  private final ConfigurationClaims claims;
  private final ReceivedStatement statement;

  EntityConfiguration(VerifiedStatement verified) {
    super(verified);
    this.claims = verified.statement().configuration();
    this.statement = verified.statement();
  }

  /**
   * Where an entity publishes its configuration (section 9): its identifier, without a slash at the
   * end, and {@link #WELL_KNOWN_PATH}.
   *
   * @param entity the entity
   * @return the URL
   */
  public static URI location(EntityId entity) {
    String base = entity.value();
    String bare = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(bare + WELL_KNOWN_PATH);
  }

  /**
   * Who stands above it, as it says itself.
   *
   * @return {@code authority_hints}, empty for an anchor with nobody above
   */
  public List<EntityId> authorityHints() {
    return claims.authorityHints();
  }

  /**
   * Which anchors it trusts.
   *
   * @return {@code trust_anchor_hints}, empty when it does not say
   */
  public List<EntityId> trustAnchorHints() {
    return claims.trustAnchorHints();
  }

  /**
   * Where it answers what it says of those below it (section 8.1).
   *
   * @return {@code federation_fetch_endpoint}, empty when it speaks for nobody
   */
  public Optional<URI> fetchEndpoint() {
    return statement.fetchEndpoint();
  }

  /**
   * The marks it shows, none of them verified.
   *
   * @return {@code trust_marks}
   */
  public List<PublishedTrustMark> trustMarks() {
    return claims.trustMarks();
  }

  /**
   * Who may issue which marks; of weight only from an anchor.
   *
   * @return {@code trust_mark_issuers} by type of mark; by the standard an empty list means anyone
   */
  public Map<String, List<EntityId>> trustMarkIssuers() {
    return claims.trustMarkIssuers();
  }

  /**
   * To whom which marks belong; of weight only from an anchor.
   *
   * @return {@code trust_mark_owners} by type of mark
   */
  public Map<String, TrustMarkOwner> trustMarkOwners() {
    return claims.trustMarkOwners();
  }
}
