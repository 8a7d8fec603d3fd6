package id.simpul.identity.wire;

import id.simpul.identity.EntityId;
import java.util.Objects;

/**
 * Which trust mark is asked for (OpenID Federation 1.1, section 8.6.1).
 *
 * @param trustMarkType its type
 * @param subject the entity it was issued to
 */
public record TrustMarkQuery(String trustMarkType, EntityId subject) {
  /** Checks that both members are given. */
  public TrustMarkQuery {
    Objects.requireNonNull(trustMarkType, "trustMarkType");
    Objects.requireNonNull(subject, "subject");
  }
}
