package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a policy operator as a set: what says the same is there once, and two sets are
 * equal in any order. Immutable.
 */
final class ValueSet {
  /** The most values of an operator. */
  static final int MAX_SIZE = 256;

  /** As they were written, by their normal form, in document order. */
  private final Map<JsonValue, JsonValue> values;

  private ValueSet(Map<JsonValue, JsonValue> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * The set of an array's items.
   *
   * @param array strings, numbers and objects
   * @return the set
   */
  static ValueSet of(JsonArray array) {
    Map<JsonValue, JsonValue> values = new LinkedHashMap<>();
    for (JsonValue item : array.items()) {
      values.putIfAbsent(NormalForm.of(item), item);
    }
    return new ValueSet(values);
  }

  /** Whether all items are of a type that policies compare (section 6.1.3.1). */
  static boolean isComparable(JsonArray array) {
    for (JsonValue item : array.items()) {
      boolean comparable =
          item instanceof JsonString || item instanceof JsonNumber || item instanceof JsonObject;
      if (!comparable) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return values.size();
  }

  boolean contains(JsonValue value) {
    return values.containsKey(NormalForm.of(value));
  }

  /** Whether this is a superset. */
  boolean containsAll(ValueSet other) {
    return values.keySet().containsAll(other.values.keySet());
  }

  /** Whether this holds every item of an array. */
  boolean containsAll(JsonArray array) {
    return retained(array).items().size() == array.items().size();
  }

  /** Whether an array holds every value of this. */
  boolean isIn(JsonArray array) {
    return missingIn(array).isEmpty();
  }

  /** The items of an array that are in this, in the order of the array. */
  JsonArray retained(JsonArray array) {
    return new JsonArray(array.items().stream().filter(this::contains).toList());
  }

  /** An array, and after its items those of this that it does not hold yet. */
  JsonArray addedTo(JsonArray array) {
    List<JsonValue> items = new ArrayList<>(array.items());
    items.addAll(missingIn(array).values());
    return new JsonArray(items);
  }

  private Map<JsonValue, JsonValue> missingIn(JsonArray array) {
    Map<JsonValue, JsonValue> missing = new LinkedHashMap<>(values);
    for (JsonValue item : array.items()) {
      missing.remove(NormalForm.of(item));
    }
    return missing;
  }

  ValueSet union(ValueSet other) {
    Map<JsonValue, JsonValue> all = new LinkedHashMap<>(values);
    other.values.forEach(all::putIfAbsent);
    return new ValueSet(all);
  }

  ValueSet intersection(ValueSet other) {
    Map<JsonValue, JsonValue> both = new LinkedHashMap<>(values);
    both.keySet().retainAll(other.values.keySet());
    return new ValueSet(both);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSet set && values.keySet().equals(set.values.keySet());
  }

  @Override
  public int hashCode() {
    return values.keySet().hashCode();
  }

  @Override
  public String toString() {
    return values.size() + " values";
  }
}
