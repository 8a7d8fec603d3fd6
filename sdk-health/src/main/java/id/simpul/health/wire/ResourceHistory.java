package id.simpul.health.wire;

import id.simpul.core.operation.Params;
import java.util.Objects;

/**
 * A request for the versions of a resource.
 *
 * @param key the resource
 * @param params which page of them: {@code _count}, and what a link says
 */
public record ResourceHistory(ResourceKey key, Params params) {
  /** Checks that both members are given. */
  public ResourceHistory {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(params, "params");
  }
}
