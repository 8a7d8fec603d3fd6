package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet sends to the token endpoint (OpenID4VCI 1.0, section 6.1). Immutable.
 *
 * @param grantType the flow, {@link #PRE_AUTHORIZED_CODE} being the one that is served
 * @param code the pre-authorised code, or null
 * @param txCode the transaction code, or null
 * @param clientId the wallet's name, or null for anonymous access
 */
public record TokenRequest(
    String grantType, @Nullable Secret code, @Nullable Secret txCode, @Nullable String clientId) {
  /** The pre-authorised code flow. */
  public static final String PRE_AUTHORIZED_CODE =
      "urn:ietf:params:oauth:grant-type:pre-authorized_code";

  /** The longest client id in characters. */
  public static final int MAX_CLIENT_ID_LENGTH = 2048;

  /** Checks that there is a grant type. */
  public TokenRequest {
    Objects.requireNonNull(grantType, "grantType");
    if (clientId != null && (clientId.isEmpty() || clientId.length() > MAX_CLIENT_ID_LENGTH)) {
      throw new IllegalArgumentException(
          "A client id has 1 to " + MAX_CLIENT_ID_LENGTH + " characters");
    }
  }

  /**
   * The request of an anonymous wallet.
   *
   * @param code the pre-authorised code
   * @param txCode the transaction code, or null when none is asked for
   * @return the request
   */
  public static TokenRequest preAuthorized(Secret code, @Nullable Secret txCode) {
    return new TokenRequest(PRE_AUTHORIZED_CODE, code, txCode, null);
  }

  /**
   * The transaction code.
   *
   * @return the code, or empty
   */
  public Optional<Secret> transactionCode() {
    return Optional.ofNullable(txCode);
  }
}
