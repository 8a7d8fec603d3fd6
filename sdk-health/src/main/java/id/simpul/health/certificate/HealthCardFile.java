package id.simpul.health.certificate;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of cards: {@code {"verifiableCredential": [JWS, ...]}}. */
final class HealthCardFile {
  /** The largest file in bytes. */
  static final int MAX_BYTES = 512 * 1024;

  /** The most cards of a file. */
  static final int MAX_CARDS = 16;

  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BYTES);

  private HealthCardFile() {}

  /** The cards, at least one, or empty when it is no such file. */
  static Optional<List<String>> read(byte[] file) {
    try {
      return Json.read(file, LIMITS) instanceof JsonObject object
              && object.get("verifiableCredential").orElse(null) instanceof JsonArray array
              && !array.items().isEmpty()
              && array.items().size() <= MAX_CARDS
          ? cards(array)
          : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> cards(JsonArray array) {
    List<String> cards = new ArrayList<>();
    for (JsonValue item : array.items()) {
      if (!(item instanceof JsonString card)) {
        return Optional.empty();
      }
      cards.add(card.value());
    }
    return Optional.of(cards);
  }
}
