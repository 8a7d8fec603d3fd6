package id.simpul.examples.twocities;

import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One region in the story: its names, its key, and the key of its officers.
 *
 * @param name what people call it
 * @param region its code
 * @param baseUrl what its node is called
 * @param signingKey the key its node and its apps sign with; stays in the city
 * @param officerKey the API key of its officers
 * @param healthKey the API key of its health workers
 */
public record City(
    String name,
    RegionCode region,
    URI baseUrl,
    SigningKey signingKey,
    Secret officerKey,
    Secret healthKey) {
  /** Checks that all members are given. */
  public City {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(signingKey, "signingKey");
    Objects.requireNonNull(officerKey, "officerKey");
    Objects.requireNonNull(healthKey, "healthKey");
  }

  /**
   * Its name among its peers.
   *
   * @return the entity identifier
   */
  public EntityId entity() {
    return new EntityId(baseUrl.toString());
  }

  /**
   * What another city knows of it: its name and its public key.
   *
   * @return a list of this one entity, pinned
   */
  public PinnedEntities pinned() {
    return new PinnedEntities(
        List.of(new ResolvedEntity(entity(), List.of(signingKey.publicKey()), Instant.MAX)),
        LoopbackPolicy.allowInsecureLoopbackForDevelopment());
  }

  /**
   * The short name for files.
   *
   * @return the name in lower case
   */
  public String shortName() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  @Override
  public String toString() {
    return "City[" + name + "]";
  }
}
