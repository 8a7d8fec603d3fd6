package id.simpul.identity.wire;

import id.simpul.core.value.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which offer is fetched, where one endpoint has many.
 *
 * @param id of the offer, or null when the URL that is called says it
 */
public record OfferQuery(@Nullable Secret id) {
  /** The offer of the URL that is called: what a wallet asks for. */
  public static final OfferQuery OF_URL = new OfferQuery(null);

  /**
   * The offer asked for.
   *
   * @return its id, or empty
   */
  public Optional<Secret> offer() {
    return Optional.ofNullable(id);
  }
}
