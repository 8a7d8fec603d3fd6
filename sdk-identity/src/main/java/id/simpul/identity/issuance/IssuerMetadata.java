package id.simpul.identity.issuance;

import id.simpul.identity.EntityId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer says of itself (OpenID4VCI 1.0, section 12.2.4), published under {@link #PATH}.
 * Immutable.
 *
 * @param issuer its identifier
 * @param authorizationServers who gives access tokens; empty when the issuer does itself
 * @param credentialEndpoint where credentials are fetched
 * @param nonceEndpoint where nonces for key proofs are fetched; null when proofs need none
 * @param batchSize the most copies of a credential in one answer, at least one
 * @param configurations the credentials it has
 */
public record IssuerMetadata(
    EntityId issuer,
    List<EntityId> authorizationServers,
    URI credentialEndpoint,
    @Nullable URI nonceEndpoint,
    int batchSize,
    List<CredentialConfiguration> configurations) {
  /** Stands between host and path of the issuer's identifier (section 12.2.2). */
  public static final String PATH = "/.well-known/openid-credential-issuer";

  /** Copies the lists and checks their lengths. */
  public IssuerMetadata {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(credentialEndpoint, "credentialEndpoint");
    authorizationServers = List.copyOf(authorizationServers);
    configurations = List.copyOf(configurations);
    if (configurations.isEmpty() || configurations.size() > IssuanceLimits.MAX_CONFIGURATIONS) {
      throw new IllegalArgumentException(
          "An issuer has 1 to " + IssuanceLimits.MAX_CONFIGURATIONS + " configurations");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("A batch has at least one copy");
    }
  }

  /**
   * One of its credentials.
   *
   * @param id its name with this issuer
   * @return the configuration, or empty
   */
  public Optional<CredentialConfiguration> configuration(String id) {
    return configurations.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /**
   * Where nonces are fetched.
   *
   * @return the endpoint, or empty when proofs need none
   */
  public Optional<URI> nonces() {
    return Optional.ofNullable(nonceEndpoint);
  }

  /**
   * Where something well known of an identifier stands (section 12.2.2; RFC 8414, section 3).
   *
   * @param entity the identifier
   * @param wellKnown the path it is known by, for example {@link #PATH}
   * @return the URL, with the path of the identifier at its end, a last slash left out
   */
  public static URI at(EntityId entity, String wellKnown) {
    URI id = URI.create(entity.value());
    String path = id.getRawPath();
    if (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    return URI.create(id.getScheme() + "://" + id.getRawAuthority() + wellKnown + path);
  }
}
