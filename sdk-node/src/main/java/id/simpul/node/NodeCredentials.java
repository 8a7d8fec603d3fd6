package id.simpul.node;

import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.credential.SdJwtVcIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node does with residents' credentials: whether it issues them, with which keys, and whose
 * it takes. Immutable.
 */
public final class NodeCredentials {
  /** Nothing. */
  public static final NodeCredentials NONE =
      new NodeCredentials(new Keys(null, List.of(), Map.of()), Map.of());

  /** How long a credential holds. */
  public static final Duration LIFETIME = SdJwtVcIssuer.DEFAULT_LIFETIME;

  /**
   * How long a key is published after the last credential it signed: until that has ended at every
   * verifier, whatever its clock and however its issuer rounds.
   */
  public static final Duration KEY_LIFETIME = LIFETIME.plusDays(2);

  private final Keys keys;
  private final Map<EntityId, Optional<RegionCode>> issuers;

  private record Keys(
      @Nullable SigningKey signing,
      List<VerificationKey> next,
      Map<VerificationKey, Instant> former) {}

  private NodeCredentials(Keys keys, Map<EntityId, Optional<RegionCode>> issuers) {
    this.keys = keys;
    this.issuers = Map.copyOf(issuers);
  }

  /**
   * The same, issuing.
   *
   * @param key signs credentials and status lists, and nothing else: a change of the key of
   *     messages must not end the credentials of a year
   * @return a copy
   */
  public NodeCredentials issuing(SigningKey key) {
    Objects.requireNonNull(key, "key");
    return new NodeCredentials(new Keys(key, keys.next(), keys.former()), issuers);
  }

  /**
   * The same with the key that will sign next.
   *
   * @param key its public half, to be published already
   * @return a copy
   */
  public NodeCredentials withNextKey(VerificationKey key) {
    return new NodeCredentials(new Keys(keys.signing(), List.of(key), keys.former()), issuers);
  }

  /**
   * The same with a key that signs no more.
   *
   * @param key its public half
   * @param until when it is published no more, because everything it signed has ended
   * @return a copy
   */
  public NodeCredentials withFormerKey(VerificationKey key, Instant until) {
    Map<VerificationKey, Instant> former = new LinkedHashMap<>(keys.former());
    former.put(key, until);
    return new NodeCredentials(new Keys(keys.signing(), keys.next(), former), issuers);
  }

  /**
   * The same, taking the credentials of an issuer whose region its superiors vouch for.
   *
   * @param issuer an entity that the node trusts by pinning or by a chain
   * @return a copy
   */
  public NodeCredentials taking(EntityId issuer) {
    return taking(issuer, Optional.empty());
  }

  /**
   * The same, taking the credentials of an issuer for residents of one region. For an issuer that
   * is pinned, of which nobody else says what its region is.
   *
   * @param issuer an entity that the node trusts by pinning or by a chain
   * @param region whose residents it speaks of
   * @return a copy
   */
  public NodeCredentials taking(EntityId issuer, RegionCode region) {
    return taking(issuer, Optional.of(region));
  }

  private NodeCredentials taking(EntityId issuer, Optional<RegionCode> region) {
    Map<EntityId, Optional<RegionCode>> more = new LinkedHashMap<>(issuers);
    more.put(issuer, region);
    return new NodeCredentials(keys, more);
  }

  /**
   * Whether it does anything.
   *
   * @return true when it issues or verifies
   */
  public boolean any() {
    return issues() || verifies();
  }

  /**
   * Whether its officers issue credentials.
   *
   * @return true when it has a key for them
   */
  public boolean issues() {
    return keys.signing() != null;
  }

  /**
   * Whether it asks for presentations.
   *
   * @return true when there is somebody whose credentials it takes
   */
  public boolean verifies() {
    return !issuers.isEmpty();
  }

  /**
   * The key that signs credentials and status lists.
   *
   * @return the key, or empty when it does not issue
   */
  public Optional<SigningKey> signingKey() {
    return Optional.ofNullable(keys.signing());
  }

  /**
   * The keys others verify credentials of this node with.
   *
   * @param now the time
   * @return the one that signs first, the next, and those before that are still needed; none when
   *     it never issued
   */
  public List<VerificationKey> publishedKeys(Instant now) {
    List<VerificationKey> published = new ArrayList<>();
    signingKey().map(SigningKey::publicKey).ifPresent(published::add);
    published.addAll(keys.next());
    keys.former()
        .forEach((key, until) -> {
          if (now.isBefore(until)) {
            published.add(key);
          }
        });
    return published;
  }

  /**
   * Whose credentials it takes.
   *
   * @return the issuers, possibly none
   */
  public Set<EntityId> issuers() {
    return issuers.keySet();
  }

  /**
   * Whose residents an issuer speaks of, as far as the operator said so.
   *
   * @param issuer an entity
   * @return the region, or empty when its superiors have to say
   */
  public Optional<RegionCode> regionOf(EntityId issuer) {
    return issuers.getOrDefault(issuer, Optional.empty());
  }

  void check(URI baseUrl, SigningKey messages, List<Violation> violations) {
    if (issues() && !baseUrl.getPath().isEmpty()) {
      // Wallets look at the root of the host and put the path behind (OpenID4VCI 1.0, section
      // 12.2).
      violations.add(
          new Violation(
              Violation.UNSUPPORTED,
              "base-url",
              "must have no path, or wallets do not find an issuer of credentials"));
    }
    if (signingKey().filter(key -> key.keyId().equals(messages.keyId())).isPresent()) {
      violations.add(
          new Violation(
              Violation.CONFLICT, "credentials", "are signed with a key of their own, not this"));
    }
  }

  /** Whether it issues, and whose it takes. */
  @Override
  public String toString() {
    return "NodeCredentials[" + (issues() ? "issues, " : "") + "takes " + issuers.keySet() + "]";
  }
}
