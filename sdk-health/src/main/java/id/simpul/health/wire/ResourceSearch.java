package id.simpul.health.wire;

import id.simpul.core.operation.Params;
import java.util.Objects;

/**
 * A search for resources of one kind.
 *
 * @param resourceType the kind, {@code Patient}
 * @param params the search parameters; their values may be personal
 */
public record ResourceSearch(String resourceType, Params params) {
  /** Checks the kind. */
  public ResourceSearch {
    if (!ResourceKey.isType(resourceType)) {
      throw new IllegalArgumentException("Not a kind of resource");
    }
    Objects.requireNonNull(params, "params");
  }

  /** The kind and the names of the parameters. */
  @Override
  public String toString() {
    return resourceType + params;
  }
}
