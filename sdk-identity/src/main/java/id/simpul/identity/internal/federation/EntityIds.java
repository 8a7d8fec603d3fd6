package id.simpul.identity.internal.federation;

import id.simpul.identity.EntityId;
import java.net.URI;
import java.util.Optional;

/** Makes entity identifiers of what others wrote, without repeating what they wrote in an error. */
public final class EntityIds {
  private EntityIds() {}

  /**
   * Reads an identifier.
   *
   * @param value any text
   * @return the identifier, or empty when it is none
   */
  public static Optional<EntityId> parse(String value) {
    try {
      return Optional.of(new EntityId(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // which says all: the message would hold the value
    }
  }

  /**
   * Scheme, host and port of an endpoint, as the identifier that an entity there would have.
   *
   * @param endpoint an absolute URL
   * @return the identifier, or empty when no entity could be there: another scheme, no host, a user
   */
  public static Optional<EntityId> originOf(URI endpoint) {
    return parse(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
  }
}
