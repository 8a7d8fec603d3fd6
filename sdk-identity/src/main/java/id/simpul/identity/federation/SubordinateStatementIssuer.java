package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Issues what an entity says of those directly below it (OpenID Federation 1.1, section 3.1.3), for
 * its fetch endpoint (section 8.1). Immutable, as thread-safe as the signing key.
 */
public final class SubordinateStatementIssuer {
  private final EntityId issuer;
  private final StatementSigner signer;
  private final @Nullable URI source;

  private SubordinateStatementIssuer(
      EntityId issuer, StatementSigner signer, @Nullable URI source) {
    this.issuer = issuer;
    this.signer = signer;
    this.source = source;
  }

  /**
   * An issuer of statements with the default life.
   *
   * @param issuer who speaks
   * @param keys its federation keys
   * @param clock says what time it is
   */
  public SubordinateStatementIssuer(EntityId issuer, FederationKeys keys, InstantSource clock) {
    this(
        Objects.requireNonNull(issuer, "issuer"),
        new StatementSigner(keys, StatementLifetime.DEFAULT, clock),
        null);
  }

  /**
   * The same with another life of statements.
   *
   * @param lifetime how long they hold
   * @return a copy
   */
  public SubordinateStatementIssuer withLifetime(StatementLifetime lifetime) {
    return new SubordinateStatementIssuer(
        issuer, new StatementSigner(signer.keys(), lifetime, signer.clock()), source);
  }

  /**
   * The same with statements that say where to fetch them anew.
   *
   * @param fetchEndpoint {@code source_endpoint}
   * @return a copy
   */
  public SubordinateStatementIssuer withSourceEndpoint(URI fetchEndpoint) {
    return new SubordinateStatementIssuer(
        issuer, signer, Objects.requireNonNull(fetchEndpoint, "fetchEndpoint"));
  }

  /**
   * Issues a statement.
   *
   * @param subordinate whom it is about
   * @return the compact serialisation
   * @throws TrustException when a verifier would refuse it, with the same reason, or {@code
   *     KEY_UNUSABLE} when the key does not sign
   */
  public String issue(Subordinate subordinate) {
    subordinate.checkPolicy();
    JsonObject.Builder claims = JsonObject.builder().putAll(subordinate.claims());
    claims.putIfPresent("source_endpoint", source == null ? null : source.toString());
    return signer.sign(name(subordinate), claims.build());
  }

  /**
   * A publisher that issues the statement about one subordinate anew as often as its life asks for.
   *
   * @param subordinate whom it is about
   * @return a new publisher
   */
  public StatementPublisher publisher(Subordinate subordinate) {
    return signer.publisher(name(subordinate), () -> issue(subordinate));
  }

  private StatementName name(Subordinate subordinate) {
    if (subordinate.id().equals(issuer)) {
      throw new IllegalArgumentException("An entity is not below itself");
    }
    return new StatementName(issuer, subordinate.id());
  }
}
