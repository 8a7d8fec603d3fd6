package id.simpul.identity.issuance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet asks for (OpenID4VCI 1.0, section 8.2). As it came: {@link CredentialDesk} says
 * what of it may be. Immutable; {@code toString} shows no proof.
 *
 * @param configurationId {@code credential_configuration_id}, or null
 * @param identifier {@code credential_identifier}, or null
 * @param proofTypes the members of {@code proofs}, such as {@code jwt}
 * @param proofs the key proofs of type {@code jwt}
 * @param encrypted whether it asks for an encrypted answer
 */
public record CredentialRequest(
    @Nullable String configurationId,
    @Nullable String identifier,
    List<String> proofTypes,
    List<String> proofs,
    boolean encrypted) {
  /** The one type of proof that is taken (appendix F.1). */
  public static final String JWT = "jwt";

  /** Copies the lists. */
  public CredentialRequest {
    proofTypes = List.copyOf(proofTypes);
    proofs = List.copyOf(proofs);
  }

  /**
   * Asks for a credential by its configuration.
   *
   * @param configurationId one that was offered
   * @param proofs a proof for each key
   * @return the request
   */
  public static CredentialRequest of(String configurationId, List<String> proofs) {
    return new CredentialRequest(configurationId, null, List.of(JWT), proofs, false);
  }

  /**
   * The configuration asked for.
   *
   * @return its id, or empty
   */
  public Optional<String> configuration() {
    return Optional.ofNullable(configurationId);
  }

  @Override
  public String toString() {
    return "credential request with " + proofs.size() + " proofs";
  }
}
