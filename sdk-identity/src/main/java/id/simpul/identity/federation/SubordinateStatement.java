package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What an entity says of one directly below it (OpenID Federation 1.1, section 3.1.3). Immutable,
 * thread-safe.
 */
public final class SubordinateStatement extends EntityStatement {
  private final SubordinateClaims claims;

  SubordinateStatement(VerifiedStatement verified) {
    super(verified);
    this.claims = verified.statement().subordinate();
  }

  /**
   * What the issuer asks of the metadata of the subject and of everybody below it.
   *
   * @return {@code metadata_policy} as it was written, empty when it is absent
   */
  public JsonObject metadataPolicy() {
    return claims.metadataPolicy();
  }

  /**
   * Policy operators beyond the standard's that must be understood.
   *
   * @return {@code metadata_policy_crit}
   */
  public Set<String> criticalOperators() {
    return claims.criticalOperators();
  }

  /**
   * What the issuer lets stand below it.
   *
   * @return {@code constraints}, {@link Constraints#NONE} when they are absent
   */
  public Constraints constraints() {
    return claims.constraints();
  }

  /**
   * Where a fresh statement can be fetched.
   *
   * @return {@code source_endpoint}, or empty
   */
  public Optional<URI> sourceEndpoint() {
    return Optional.ofNullable(claims.sourceEndpoint());
  }
}
