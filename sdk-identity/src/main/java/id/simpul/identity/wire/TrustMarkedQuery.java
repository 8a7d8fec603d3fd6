package id.simpul.identity.wire;

import id.simpul.identity.EntityId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose trust marks are asked for (OpenID Federation 1.1, section 8.5.1).
 *
 * @param trustMarkType the type of the marks
 * @param subject the one entity of interest, or null for all
 */
public record TrustMarkedQuery(String trustMarkType, @Nullable EntityId subject) {
  /** Checks that the type is given. */
  public TrustMarkedQuery {
    Objects.requireNonNull(trustMarkType, "trustMarkType");
  }
}
