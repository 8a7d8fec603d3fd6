package id.simpul.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes JSON values from a seeded generator. */
final class RandomJson {
  private RandomJson() {}

  static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBoolean.of(random.nextBoolean());
      case 2 -> new JsonNumber(Long.toString(random.nextLong()));
      case 3 ->
          new JsonNumber(
              random.nextInt(1000) + "." + random.nextInt(1000) + "e-" + random.nextInt(99));
      case 4 -> new JsonString(text(random));
      case 5 -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new JsonArray(items);
      }
      default -> {
        JsonObject.Builder object = JsonObject.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.put(text(random), value(random, depth - 1));
        }
        yield object.build();
      }
    };
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = random.nextInt(0x110000);
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      text.appendCodePoint(surrogate ? 'x' : point);
    }
    return text.toString();
  }
}
