package id.simpul.identity.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which token of a status list is asked for (Token Status List, sections 8.1 and 8.4).
 *
 * @param time the token that was good at this time, in whole seconds, or null for the one of now; a
 *     provider that keeps no earlier ones answers 501
 */
public record StatusListQuery(@Nullable Instant time) {
  /** The token of now. */
  public static final StatusListQuery NOW = new StatusListQuery(null);
}
