package id.simpul.identity.presentation;

import id.simpul.core.value.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet answers (OpenID4VP 1.0, section 8). Nothing of it is verified. Immutable; {@code
 * toString} shows nothing of it.
 *
 * @param state what came with the request
 * @param presentations by the id of the query, each with its presentations; empty when there is an
 *     error
 * @param error why the holder shows nothing, a word of the standard, or null
 */
public record PresentationResponse(
    Secret state, Map<String, List<String>> presentations, @Nullable String error) {
  /** The word of a holder who does not want to (section 8.5). */
  public static final String ACCESS_DENIED = "access_denied";

  /** Copies map and lists. */
  public PresentationResponse {
    Objects.requireNonNull(state, "state");
    Map<String, List<String>> copy = new LinkedHashMap<>();
    presentations.forEach((id, list) -> copy.put(id, List.copyOf(list)));
    presentations = Collections.unmodifiableMap(copy);
  }

  /**
   * Why nothing is shown.
   *
   * @return a word, or empty when something is
   */
  public Optional<String> refusal() {
    return Optional.ofNullable(error);
  }

  @Override
  public String toString() {
    return "presentation response";
  }
}
