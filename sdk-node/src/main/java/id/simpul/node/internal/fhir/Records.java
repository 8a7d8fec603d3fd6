package id.simpul.node.internal.fhir;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.FhirProblem;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.StoredResource;
import id.simpul.node.internal.store.StoredVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * What is kept of a resource, and how it is shown again. Id, version and time of the last change
 * are the node's to say; everything else is kept as it came. Thread-safe.
 */
final class Records {
  private static final String META = "meta";
  private static final Set<String> FIRST = Set.of("resourceType", "id", META);
  private static final Set<String> OURS = Set.of("versionId", "lastUpdated");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  private final SearchTerms terms;
  private final KeyedDigest digest;

  Records(SearchTerms terms, KeyedDigest digest) {
    this.terms = terms;
    this.digest = digest;
  }

  /**
   * Refuses a resource that is not as FHIR wants it, with everything that is wrong.
   *
   * @param resource the resource as it was sent
   */
  static void requireSound(Resource resource) {
    List<Violation> violations =
        resource.problems().stream().map(FhirProblem::toViolation).toList();
    if (!violations.isEmpty()) {
      // A rule of FHIR with the name of ours for something that is missing elsewhere is no 404.
      throw Refusal.of(400, violations);
    }
  }

  /** A version of a resource to be written. */
  FhirWrite version(Resource resource, ResourceKey key, long version) {
    byte[] content = Json.toBytes(kept(resource.json(), key));
    if (content.length > FhirWrite.MAX_CONTENT_BYTES) {
      throw tooLong(key, "at most " + FhirWrite.MAX_CONTENT_BYTES + " bytes");
    }
    try {
      return new FhirWrite(key, version, content, digest.of(content), terms.index(resource));
    } catch (IllegalArgumentException e) {
      throw tooLong(key, "too many names, codes and identifiers to be found by");
    }
  }

  private static Refusal tooLong(ResourceKey key, String message) {
    return Refusal.of(413, Violation.LENGTH, key.resourceType(), message);
  }

  private static JsonObject kept(JsonObject json, ResourceKey key) {
    JsonObject.Builder kept =
        JsonObject.builder().put("resourceType", key.resourceType()).put("id", key.id());
    if (json.get(META).orElse(null) instanceof JsonObject meta) {
      JsonObject rest = without(meta, OURS).build();
      if (!rest.members().isEmpty()) {
        kept.put(META, rest);
      }
    }
    return kept.putAll(without(json, FIRST).build()).build();
  }

  private static JsonObject.Builder without(JsonObject json, Set<String> names) {
    JsonObject.Builder rest = JsonObject.builder();
    json.members()
        .forEach((name, value) -> {
          if (!names.contains(name)) {
            rest.put(name, value);
          }
        });
    return rest;
  }

  /** A resource of what was read as one before, with some of its members changed since. */
  static Resource read(JsonValue json) {
    try {
      return FhirJson.of(json);
    } catch (FormatException e) {
      throw new IllegalStateException("What was a resource is none", e);
    }
  }

  /** A version as it was written a moment ago. */
  static Resource shown(FhirWrite write, StoredVersion version) {
    return shown(new StoredResource(version, write.content()));
  }

  /** A version as it is shown. */
  static Resource shown(StoredResource stored) {
    try {
      JsonObject kept = (JsonObject) Json.read(stored.content(), FhirJson.LIMITS);
      JsonObject.Builder meta =
          JsonObject.builder()
              .put("versionId", Long.toString(stored.version().version()))
              .put("lastUpdated", time(stored.version().lastUpdated()));
      if (kept.get(META).orElse(null) instanceof JsonObject rest) {
        meta.putAll(rest);
      }
      return read(
          JsonObject.builder()
              .put("resourceType", stored.version().key().resourceType())
              .put("id", stored.version().key().id())
              .put(META, meta.build())
              .putAll(without(kept, FIRST).build())
              .build());
    } catch (FormatException e) {
      throw new IllegalStateException("A stored resource cannot be read", e);
    }
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
