package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is trusted, with what is trusted of it: by a chain of statements, or because it
 * was pinned. Immutable, thread-safe.
 */
public final class ResolvedEntity {
  private final EntityId id;
  private final List<VerificationKey> keys;
  private final @Nullable JwkSet published;
  private final Instant expiresAt;
  private final JsonObject metadata;
  private final @Nullable TrustChain chain;
  private final List<TrustMark> trustMarks;

  /**
   * An entity that is pinned: trusted with these keys and without a chain. It names them by their
   * thumbprints.
   *
   * @param id its identifier
   * @param keys the keys it may sign with, 1 to {@link JwkSet#MAX_KEYS}, key ids unique
   * @param expiresAt until when that holds; {@link Instant#MAX} for ever
   */
  public ResolvedEntity(EntityId id, List<VerificationKey> keys, Instant expiresAt) {
    this(id, named(keys), expiresAt, JsonObject.EMPTY, null, List.of());
  }

  private ResolvedEntity(
      EntityId id,
      @Nullable JwkSet published,
      Instant expiresAt,
      JsonObject metadata,
      @Nullable TrustChain chain,
      List<TrustMark> trustMarks) {
    this.id = Objects.requireNonNull(id, "id");
    this.published = published == null ? null : published.alsoByThumbprint();
    this.keys =
        published == null
            ? List.of()
            : published.keys().stream().map(PublicJwk::key).distinct().toList();
    this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
    this.metadata = metadata;
    this.chain = chain;
    this.trustMarks = List.copyOf(trustMarks);
  }

  private static JwkSet named(List<VerificationKey> keys) {
    if (keys.isEmpty()
        || keys.size() > JwkSet.MAX_KEYS
        || keys.stream().map(VerificationKey::keyId).distinct().count() < keys.size()) {
      throw new IllegalArgumentException(
          "A pinned entity has 1 to " + JwkSet.MAX_KEYS + " keys with ids of their own");
    }
    return JwkSet.of(keys.stream().map(PublicJwk::of).toList());
  }

  /**
   * An entity that is pinned with its keys as it publishes them: trusted without a chain.
   *
   * @param id its identifier
   * @param keys the keys it may sign with, under the names it gives them
   * @param expiresAt until when that holds; {@link Instant#MAX} for ever
   * @return the entity
   */
  public static ResolvedEntity pinned(EntityId id, JwkSet keys, Instant expiresAt) {
    Objects.requireNonNull(keys, "keys");
    return new ResolvedEntity(id, keys, expiresAt, JsonObject.EMPTY, null, List.of());
  }

  /** An entity with metadata that somebody trusted has resolved. */
  static ResolvedEntity of(
      EntityId id, JsonObject metadata, Instant expiresAt, Function<JsonObject, JwkSet> keySets) {
    JwkSet published = nodeKeys(metadata, keySets);
    return new ResolvedEntity(id, published, expiresAt, metadata, null, List.of());
  }

  /** The same with its chain. A key it signs statements with signs no messages (section 3.1.1). */
  ResolvedEntity withChain(TrustChain verified, List<TrustMark> marks) {
    if (published == null) {
      return new ResolvedEntity(id, null, expiresAt, metadata, verified, marks);
    }
    Set<String> federation = new HashSet<>();
    verified.subject().keys().keys().forEach(jwk -> federation.add(jwk.key().keyId()));
    List<PublicJwk> others =
        published.keys().stream().filter(jwk -> !federation.contains(jwk.key().keyId())).toList();
    JwkSet left = others.isEmpty() ? null : JwkSet.of(others);
    return new ResolvedEntity(id, left, expiresAt, metadata, verified, marks);
  }

  /**
   * The same with marks of another resolution of the same entity that it lacks.
   *
   * @param types the types to take over, where they still hold
   */
  ResolvedEntity withMarksOf(ResolvedEntity before, Set<String> types, Instant now) {
    Set<String> lacking = new HashSet<>(types);
    trustMarks.forEach(mark -> lacking.remove(mark.type()));
    List<TrustMark> marks = new ArrayList<>(trustMarks);
    before.trustMarks.stream()
        .filter(mark -> lacking.contains(mark.type()) && now.isBefore(mark.expiresAt()))
        .forEach(marks::add);
    return new ResolvedEntity(id, published, expiresAt, metadata, chain, marks);
  }

  private static @Nullable JwkSet nodeKeys(
      JsonObject metadata, Function<JsonObject, JwkSet> keySets) {
    if (metadata.members().get(EntityTypes.NODE) instanceof JsonObject node
        && node.members().get("jwks") instanceof JsonObject jwks) {
      return keySets.apply(jwks);
    }
    return null;
  }

  /**
   * Who it is.
   *
   * @return its identifier
   */
  public EntityId id() {
    return id;
  }

  /**
   * The keys it may sign HTTP messages and credentials with.
   *
   * @return the keys that were pinned, or those in the metadata of {@link EntityTypes#NODE} that
   *     are not its federation keys, key ids unique; none when it is no node
   */
  public List<VerificationKey> keys() {
    return keys;
  }

  /**
   * The same keys under the names it gives them where it publishes them, for tokens that name their
   * key by {@code kid}. They are found by their thumbprints as well, as in {@link
   * JwkSet#alsoByThumbprint}.
   *
   * @return the keys, or empty when it has none
   */
  public Optional<JwkSet> publishedKeys() {
    return Optional.ofNullable(published);
  }

  /**
   * Until when it is trusted.
   *
   * @return when the first statement of its chain runs out
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * Its metadata, as its superiors let it stand.
   *
   * @return parameters by entity type; empty for a pinned entity
   */
  public JsonObject metadata() {
    return metadata;
  }

  /**
   * Why it is trusted.
   *
   * @return its chain, or empty when it was pinned or somebody trusted has vouched for it
   */
  public Optional<TrustChain> chain() {
    return Optional.ofNullable(chain);
  }

  /**
   * The marks that were verified, of those types that the resolver was asked for.
   *
   * @return the marks; each runs out at its own time
   */
  public List<TrustMark> trustMarks() {
    return trustMarks;
  }

  /**
   * A mark it must have.
   *
   * @param type the type of mark
   * @param now the time
   * @return the mark, which holds now
   * @throws TrustException {@code NOT_AUTHORISED} when it has none that was verified and still
   *     holds
   */
  public TrustMark requireTrustMark(String type, Instant now) {
    return trustMarks.stream()
        .filter(mark -> mark.type().equals(type) && now.isBefore(mark.expiresAt()))
        .findFirst()
        .orElseThrow(() ->
            new TrustException(
                Reason.NOT_AUTHORISED, id.value(), "has no such trust mark", "trust_marks"));
  }

  /**
   * The key of a thumbprint, which is how signed HTTP messages name it.
   *
   * @param keyId an RFC 7638 thumbprint
   * @return the key, or empty
   */
  public Optional<VerificationKey> key(String keyId) {
    for (VerificationKey key : keys) {
      if (key.keyId().equals(keyId)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "resolved " + id + " until " + expiresAt;
  }
}
