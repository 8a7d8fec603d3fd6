package id.simpul.identity.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the entities right below one are asked for (OpenID Federation 1.1, section 8.2.1). Who
 * answers and does not know a filter refuses the request.
 *
 * @param entityTypes only those of all these types, any when empty
 * @param trustMarked only those with at least one trust mark
 * @param trustMarkType only those with a trust mark of this type, or null for any
 * @param intermediate only those with entities below them
 */
public record SubordinateQuery(
    List<String> entityTypes,
    boolean trustMarked,
    @Nullable String trustMarkType,
    boolean intermediate) {
  /** All of them. */
  public static final SubordinateQuery ALL = new SubordinateQuery(List.of(), false, null, false);

  /** Copies the types. */
  public SubordinateQuery {
    entityTypes = List.copyOf(entityTypes);
  }
}
