package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes numbers one way, so that {@link Object#equals} tells whether two JSON values say the same:
 * {@code 1.0} and {@code 1} do. Members may stand in any order, items may not.
 */
final class NormalForm {
  private NormalForm() {}

  /**
   * The normal form of a value. Costs as much as the value is long, whatever its exponents.
   *
   * @param value any value
   * @return an equal value for every value that says the same
   * @throws TrustException {@code MALFORMED} beyond {@link JoseJson#MAX_DEPTH} levels, which no
   *     value has that was read from a token
   */
  static JsonValue of(JsonValue value) {
    return of(value, 0);
  }

  /** Whether two values say the same. */
  static boolean same(JsonValue one, JsonValue other) {
    return of(one).equals(of(other));
  }

  private static JsonValue of(JsonValue value, int depth) {
    if (value instanceof JsonNumber number) {
      return of(number);
    } else if (value instanceof JsonArray array) {
      checkDepth(depth);
      List<JsonValue> items = new ArrayList<>(array.items().size());
      for (JsonValue item : array.items()) {
        items.add(of(item, depth + 1));
      }
      return new JsonArray(items);
    } else if (value instanceof JsonObject object) {
      checkDepth(depth);
      JsonObject.Builder members = JsonObject.builder();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        members.put(member.getKey(), of(member.getValue(), depth + 1));
      }
      return members.build();
    }
    return value;
  }

  private static void checkDepth(int depth) {
    if (depth >= JoseJson.MAX_DEPTH) {
      throw new TrustException(
          Reason.MALFORMED,
          "metadata policy",
          "a value nests deeper than " + JoseJson.MAX_DEPTH + " levels",
          "JSON");
    }
  }

  private static JsonNumber of(JsonNumber number) {
    try {
      BigDecimal bare = number.toBigDecimal().stripTrailingZeros();
      return new JsonNumber(bare.unscaledValue() + "e" + -(long) bare.scale());
    } catch (NumberFormatException | ArithmeticException e) {
      // Beyond any exponent Java has, a number equals only what is written alike.
      return number;
    }
  }
}
