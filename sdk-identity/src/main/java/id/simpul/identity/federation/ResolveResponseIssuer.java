package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers at a resolve endpoint (OpenID Federation 1.1, section 8.3) with what a resolver has
 * found. To callers it does not know, a node hands out what {@link ChainResolver#known} has, so
 * that nobody makes it search. As thread-safe as the signing key.
 */
public final class ResolveResponseIssuer {
  /** The {@code typ} of its header. */
  public static final String TYPE = "resolve-response+jwt";

  /** Its media type on the wire. */
  public static final String MEDIA_TYPE = "application/" + TYPE;

  /** The longest response in characters: a chain of the longest statements, and metadata. */
  public static final int MAX_LENGTH = 640 * 1024;

  static final JwsProfile PROFILE =
      JwsProfile.typed(TYPE)
          .maxLength(MAX_LENGTH)
          .maxStringLength(EntityStatement.MAX_LENGTH)
          .maxLifetime(EntityStatement.MAX_LIFETIME)
          .header("trust_chain")
          .build();

  private final EntityId resolver;
  private final FederationKeys keys;
  private final InstantSource clock;

  /**
   * An issuer.
   *
   * @param resolver who answers
   * @param keys its federation keys
   * @param clock says what time it is
   */
  public ResolveResponseIssuer(EntityId resolver, FederationKeys keys, InstantSource clock) {
    this.resolver = Objects.requireNonNull(resolver, "resolver");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Answers.
   *
   * @param entity what was found, by a chain
   * @param entityTypes the entity types that were asked for; none for all
   * @param requester who asked, when that is proven; otherwise null
   * @return the compact serialisation; it runs out with the chain, or with the first mark in it
   *     that does (section 8.3.2)
   * @throws TrustException {@code EXPIRED} when the chain has run out, {@code MALFORMED} when the
   *     answer would be too long, {@code KEY_UNUSABLE} when the key does not sign
   */
  public String issue(
      ResolvedEntity entity, Set<String> entityTypes, @Nullable EntityId requester) {
    TrustChain chain =
        entity
            .chain()
            .orElseThrow(() -> new IllegalArgumentException("A pinned entity has no chain"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!now.isBefore(chain.expiresAt())) {
      throw new TrustException(
          Reason.EXPIRED, entity.id().value(), "its chain has run out", "trust_chain");
    }
    JsonObject.Builder claims =
        JsonObject.builder()
            .put("iss", resolver.value())
            .put("sub", entity.id().value())
            .putIfPresent("aud", requester == null ? null : requester.value())
            .put("metadata", restrict(entity.metadata(), entityTypes))
            .put("trust_chain", JsonArray.ofStrings(chain.tokens()));
    List<TrustMark> marks =
        entity.trustMarks().stream().filter(mark -> now.isBefore(mark.expiresAt())).toList();
    if (!marks.isEmpty()) {
      claims.put("trust_marks", json(marks));
    }
    // One reading of the clock, so that exp is that of the chain to the second.
    return new JwsSigner(PROFILE, keys.signing(), InstantSource.fixed(now))
        .sign(claims.build(), Duration.between(now, end(chain, marks)));
  }

  private static Instant end(TrustChain chain, List<TrustMark> marks) {
    return Stream.concat(Stream.of(chain.expiresAt()), marks.stream().map(TrustMark::expiresAt))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static JsonObject restrict(JsonObject metadata, Set<String> types) {
    if (types.isEmpty()) {
      return metadata;
    }
    Map<String, JsonValue> kept = new LinkedHashMap<>(metadata.members());
    kept.keySet().retainAll(types);
    return new JsonObject(kept);
  }

  private static JsonArray json(List<TrustMark> marks) {
    return new JsonArray(
        marks.stream()
            .<JsonValue>map(mark -> new PublishedTrustMark(mark.type(), mark.token()).toJson())
            .toList());
  }
}
