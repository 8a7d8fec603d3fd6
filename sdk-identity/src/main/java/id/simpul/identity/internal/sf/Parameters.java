package id.simpul.identity.internal.sf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys and values attached to an item or inner list (RFC 9651, 3.1.2), in order. Two sets are equal
 * when keys and values are, whatever their order.
 *
 * @param values the values by key, unmodifiable
 */
public record Parameters(Map<String, BareItem> values) {
  /** No parameters. */
  public static final Parameters NONE = new Parameters(Map.of());

  /** Copies the values and checks the keys. */
  public Parameters {
    values.keySet().forEach(Keys::check);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Whether there are none.
   *
   * @return true for no parameters
   */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
