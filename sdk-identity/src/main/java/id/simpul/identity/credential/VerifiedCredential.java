package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential that passed every check. Made by the verifiers of this package alone, so that claims
 * come from nowhere else. It says what its issuer said of somebody, and not that this somebody
 * presented it; {@link VerifiedPresentation} says that. Immutable, thread-safe.
 */
public final class VerifiedCredential {
  private final ResolvedEntity issuer;
  private final String type;
  private final DisclosedClaims disclosed;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final @Nullable PublicJwk holder;
  private final StatusResult status;

  VerifiedCredential(CredentialCheck.Checked checked, StatusResult status) {
    issuer = checked.issuer();
    type = checked.type();
    disclosed = checked.disclosed();
    issuedAt = checked.jws().issuedAt();
    expiresAt = checked.jws().expiresAt().orElseThrow();
    holder = checked.holder();
    this.status = status;
  }

  /**
   * Who issued it.
   *
   * @return a trusted entity that may issue this type
   */
  public EntityId issuer() {
    return issuer.id();
  }

  /**
   * What it is.
   *
   * @return {@code vct}, one of those the verifier takes
   */
  public String type() {
    return type;
  }

  /**
   * What it says: the open claims and those that were disclosed. What was not disclosed is not
   * there, and nothing may be concluded from that. Elements of an array close ranks, so ask for one
   * with {@link #claim}.
   *
   * @return the claims, the issuer's own such as {@code iss} among them
   */
  public JsonObject claims() {
    return disclosed.claims();
  }

  /**
   * One claim.
   *
   * @param path where it stood when it was issued, an element by its position among all of its
   *     array, those that were not disclosed counted
   * @return its value, or empty when it is not there or was not disclosed
   */
  public Optional<JsonValue> claim(ClaimPath path) {
    return disclosed.gaps().amongShown(path).flatMap(shown -> shown.in(claims()));
  }

  /**
   * What the holder showed of what he may keep to himself.
   *
   * @return the paths of the claims that were hidden and are disclosed, as in {@link #claim},
   *     unmodifiable
   */
  public Set<ClaimPath> disclosed() {
    return Set.copyOf(disclosed.places().keySet());
  }

  /**
   * When it was issued, as its issuer says. Ours round it down to a whole day.
   *
   * @return {@code iat}
   */
  public Instant issuedAt() {
    return issuedAt;
  }

  /**
   * From when on it must not be taken, without leeway.
   *
   * @return {@code exp}
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * The key it is bound to.
   *
   * @return the holder's key, or empty
   */
  public Optional<PublicJwk> holder() {
    return Optional.ofNullable(holder);
  }

  /**
   * What its issuer says of it now.
   *
   * @return {@code VALID} or {@code STALE_VALID}; empty when nobody was asked, for the reason
   *     {@link #verdict()} gives
   */
  public Optional<StatusResult> status() {
    return Optional.of(status).filter(result -> result.status().isPresent());
  }

  /**
   * Whether it still holds.
   *
   * @return {@code VALID}, {@code STALE_VALID}, {@code NOT_REVOCABLE}, or {@code NOT_CHECKED} when
   *     the verifier ignores revocation
   */
  public StatusResult.Verdict verdict() {
    return status.verdict();
  }

  /** Type and issuer, and nothing of the claims. */
  @Override
  public String toString() {
    return type + " of " + issuer.id();
  }
}
