package id.simpul.health;

import id.simpul.core.value.Secret;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What SATUSEHAT gave a facility. A client id belongs to one organization; writing for another is
 * refused by the server.
 *
 * @param clientId the client id, which may be shown
 * @param clientSecret the client secret; sent in the body of a token request and nowhere else
 * @param organizationId the organization's number (IHS), opaque: 1 to 64 letters, digits, {@code -}
 *     and {@code .}
 */
public record SatuSehatCredentials(String clientId, Secret clientSecret, String organizationId) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** Checks the forms. */
  public SatuSehatCredentials {
    Objects.requireNonNull(clientSecret, "clientSecret");
    if (Objects.requireNonNull(clientId, "clientId").isBlank()) {
      throw new IllegalArgumentException("A client id is not blank");
    }
    if (!ID.matcher(organizationId).matches()) {
      throw new IllegalArgumentException(
          "An organization id has 1 to 64 letters, digits, dots and hyphens");
    }
  }

  /** The organization alone: logs need no more. */
  @Override
  public String toString() {
    return "SatuSehatCredentials[" + organizationId + "]";
  }
}
