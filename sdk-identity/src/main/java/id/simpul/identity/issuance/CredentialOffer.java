package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer holds ready for a wallet (OpenID4VCI 1.0, section 4.1.1). Whoever sees it can try
 * to redeem it, so the transaction code, when there is one, must come another way. Immutable.
 *
 * @param issuer who issues
 * @param configurationIds what is offered, 1 to {@link IssuanceLimits#MAX_CONFIGURATIONS}
 * @param code the pre-authorised code
 * @param txCode what the holder is asked for, or null for nothing
 */
public record CredentialOffer(
    EntityId issuer, List<String> configurationIds, Secret code, @Nullable TxCodePrompt txCode) {
  /** What a link to a wallet starts with (section 4.1). */
  public static final String SCHEME = "openid-credential-offer://";

  /** Copies the list and checks its length. */
  public CredentialOffer {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(code, "code");
    configurationIds = List.copyOf(configurationIds);
    if (configurationIds.isEmpty() || configurationIds.size() > IssuanceLimits.MAX_CONFIGURATIONS) {
      throw new IllegalArgumentException(
          "An offer names 1 to " + IssuanceLimits.MAX_CONFIGURATIONS + " configurations");
    }
  }

  /**
   * An offer of an issuer of ours.
   *
   * @param issuer who issues
   * @param configurationIds what is offered, 1 to {@link IssuanceLimits#MAX_CONFIGURATIONS}
   * @param code the pre-authorised code
   * @param txCode the terms of the transaction code, or null for none
   */
  public CredentialOffer(
      EntityId issuer, List<String> configurationIds, Secret code, @Nullable TxCodeTerms txCode) {
    this(issuer, configurationIds, code, txCode == null ? null : txCode.prompt());
  }

  /**
   * What the holder is asked for.
   *
   * @return what to ask, or empty
   */
  public Optional<TxCodePrompt> asksFor() {
    return Optional.ofNullable(txCode);
  }

  /** Issuer and configurations, and not the code. */
  @Override
  public String toString() {
    return "offer of " + configurationIds + " by " + issuer;
  }
}
