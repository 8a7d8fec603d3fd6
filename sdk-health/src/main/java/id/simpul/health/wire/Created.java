package id.simpul.health.wire;

import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.Meta;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a resource it has stored. Its id is read from the body: the {@code
 * Location} field of SATUSEHAT points at a server behind it, which nobody else can reach.
 */
public final class Created {
  private final String id;
  private final @Nullable Resource resource;

  private Created(String id, @Nullable Resource resource) {
    this.id = id;
    this.resource = resource;
  }

  /**
   * A reply that shows the whole resource.
   *
   * @param resource the resource as it was stored, with an id
   * @return the reply
   * @throws IllegalArgumentException when the resource has no id
   */
  public static Created of(Resource resource) {
    String id =
        resource
            .id()
            .filter(ResourceKey::isId)
            .orElseThrow(() -> new IllegalArgumentException("A stored resource has an id"));
    return new Created(id, resource);
  }

  /**
   * A reply that names the id alone.
   *
   * @param id the id
   * @return the reply
   */
  public static Created ofId(String id) {
    return new Created(Objects.requireNonNull(id, "id"), null);
  }

  /**
   * The id the server gave.
   *
   * @return 1 to 64 letters, digits, {@code -} and {@code .}
   */
  public String id() {
    return id;
  }

  /**
   * The version that was stored.
   *
   * @return the version, or empty when the reply does not name it
   */
  public Optional<String> versionId() {
    return resource().flatMap(Resource::meta).flatMap(Meta::versionId);
  }

  /**
   * The resource as it was stored; the server adds members of its own.
   *
   * @return the resource, or empty when the reply does not show it
   */
  public Optional<Resource> resource() {
    return Optional.ofNullable(resource);
  }

  @Override
  public String toString() {
    return "Created[" + (resource == null ? "id alone" : resource.resourceType()) + "]";
  }
}
