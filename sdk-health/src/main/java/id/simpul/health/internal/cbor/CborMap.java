package id.simpul.health.internal.cbor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map (RFC 8949, section 3.1, major type 5) whose keys are integers and texts, the labels of COSE
 * (RFC 9052, section 1.5), each once.
 *
 * @param entries the entries in the order they came in, unmodifiable
 */
public record CborMap(Map<CborValue, CborValue> entries) implements CborValue {
  /** The map without entries. */
  public static final CborMap EMPTY = new CborMap(Map.of());

  /** Copies the entries. */
  public CborMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /**
   * The value of a label.
   *
   * @param label an integer
   * @return the value, or empty when the label is not there
   */
  public Optional<CborValue> get(long label) {
    return Optional.ofNullable(entries.get(CborInteger.of(label)));
  }

  /**
   * The value of a label.
   *
   * @param label a text
   * @return the value, or empty when the label is not there
   */
  public Optional<CborValue> get(String label) {
    return Optional.ofNullable(entries.get(new CborText(label)));
  }

  @Override
  public String toString() {
    return "map of " + entries.size();
  }
}
