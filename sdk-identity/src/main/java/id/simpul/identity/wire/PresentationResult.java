package id.simpul.identity.wire;

import id.simpul.core.format.JsonObject;
import java.util.Objects;

/**
 * What came of a presentation request. Personal; {@code toString} shows the state alone.
 *
 * @param state {@link #OPEN}, {@link #SHOWN} or {@link #DECLINED}
 * @param claims what was asked for, by name; empty unless it was shown
 */
public record PresentationResult(String state, JsonObject claims) {
  /** Nobody answered yet. */
  public static final String OPEN = "open";

  /** It was shown, and verified. */
  public static final String SHOWN = "shown";

  /** The holder does not want to. */
  public static final String DECLINED = "declined";

  /** Checks that both are given. */
  public PresentationResult {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(claims, "claims");
  }

  @Override
  public String toString() {
    return "presentation " + state;
  }
}
