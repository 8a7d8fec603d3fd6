package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metadata of a subject as its superiors let it stand (OpenID Federation 1.1, section 6.1.4):
 * what the immediate superior sets, then the entity types that are allowed, then the policies.
 */
final class ResolvedMetadata {
  private final List<SubordinateStatement> superiors;
  private final AttemptTrail trail;

  private ResolvedMetadata(List<SubordinateStatement> superiors, AttemptTrail trail) {
    this.superiors = superiors;
    this.trail = trail;
  }

  static JsonObject of(TrustChain chain, AttemptTrail trail) {
    JsonObject own = chain.subject().metadata();
    List<SubordinateStatement> superiors = chain.subordinateStatements();
    if (superiors.isEmpty()) {
      return own;
    }
    return new ResolvedMetadata(superiors, trail).resolve(own);
  }

  private JsonObject resolve(JsonObject own) {
    JsonObject metadata = override(own, superiors.get(0).metadata());
    for (SubordinateStatement superior : superiors) {
      metadata = superior.constraints().restrictTypes(metadata);
    }
    MetadataPolicy policy = mergedPolicy();
    trail.at(0);
    return policy.apply(metadata);
  }

  /** Section 3.1.1: single parameters, of those entity types alone that the subject has. */
  private static JsonObject override(JsonObject own, JsonObject superior) {
    JsonObject.Builder result = JsonObject.builder();
    for (Map.Entry<String, JsonValue> type : own.members().entrySet()) {
      JsonObject.Builder parameters = JsonObject.builder().putAll((JsonObject) type.getValue());
      if (superior.members().get(type.getKey()) instanceof JsonObject stated) {
        parameters.putAll(stated);
      }
      result.put(type.getKey(), parameters.build());
    }
    return result.build();
  }

  /** Section 6.1.4.1: from the most superior statement down. */
  private MetadataPolicy mergedPolicy() {
    Set<String> critical = new HashSet<>();
    superiors.forEach(superior -> critical.addAll(superior.criticalOperators()));
    MetadataPolicy policy = MetadataPolicy.NONE;
    for (int i = superiors.size() - 1; i >= 0; i--) {
      trail.at(i + 1);
      policy = policy.merge(MetadataPolicy.parse(superiors.get(i).metadataPolicy(), critical));
    }
    return policy;
  }
}
