package id.simpul.node.internal.store;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.health.wire.ResourceKey;
import java.time.Instant;

/**
 * What the log keeps of health records: that a version was written, by whom, and a keyed digest of
 * what it says. Nothing of the content. What has shipped is never changed; a new shape is a new
 * version.
 */
public final class FhirEvents {
  /** A version of a resource was written. */
  public static final EventType RESOURCE_STORED = new EventType("fhir.resource-stored", 1);

  /** A resource was erased: what its other events are about is no longer kept. */
  public static final EventType RESOURCE_ERASED = new EventType("fhir.resource-erased", 1);

  private FhirEvents() {}

  /**
   * A resource is erased.
   *
   * @param key the resource
   * @param actor who erases
   * @param now the time
   * @return the last event of the resource's stream
   */
  public static NewEvent erased(ResourceKey key, String actor, Instant now) {
    JsonObject json =
        JsonObject.builder().put("resource_type", key.resourceType()).put("id", key.id()).build();
    return new NewEvent(RESOURCE_ERASED, now, actor, Json.toBytes(json));
  }

  /**
   * A version is written.
   *
   * @param write the version
   * @param actor who writes
   * @param now the time
   * @return the event of the resource's stream
   */
  public static NewEvent stored(FhirWrite write, String actor, Instant now) {
    JsonObject json =
        JsonObject.builder()
            .put("resource_type", write.key().resourceType())
            .put("id", write.key().id())
            .put("version_id", Long.toString(write.version()))
            .put("digest", write.digest().toString())
            .build();
    return new NewEvent(RESOURCE_STORED, now, actor, Json.toBytes(json));
  }
}
