package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which question: an entity, and the anchor its chain must end at, or null for any of ours. */
record CacheKey(EntityId subject, @Nullable EntityId anchor) {
  CacheKey {
    Objects.requireNonNull(subject, "subject");
  }
}
