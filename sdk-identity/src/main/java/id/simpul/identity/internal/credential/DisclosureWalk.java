package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts disclosed claims in the places of their digests (RFC 9901, section 7.1, steps 3 to 5). Keeps
 * its own stack, so that no input can use up the thread's.
 */
final class DisclosureWalk {
  private static final String WHERE = "disclosures";

  private final Map<String, Disclosure> byDigest = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Level> gapped = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();

  /** Where a disclosed value stands. */
  record Place(Level level, int index, Disclosure disclosure) {}

  /**
   * A walk with some disclosures.
   *
   * @param disclosures what was shown
   * @param algorithm what they are digested with
   */
  DisclosureWalk(List<Disclosure> disclosures, DigestAlgorithm algorithm) {
    UnaryOperator<String> digester = algorithm.digester();
    for (Disclosure disclosure : disclosures) {
      if (byDigest.put(digester.apply(disclosure.text()), disclosure) != null) {
        throw SdJwt.malformed("one is there twice", WHERE);
      }
    }
  }

  /** Walks once. */
  JsonObject walk(JsonObject payload) {
    levels.push(open(payload, null));
    while (true) {
      Level level = levels.element();
      if (level.hasNext()) {
        enter(level, level.next());
        continue;
      }
      levels.pop();
      JsonValue built = level.build();
      Level outer = levels.peek();
      if (outer == null) {
        checkAllUsed();
        return (JsonObject) built;
      }
      outer.finishNext(built);
    }
  }

  /** The disclosed values in the order they were met. */
  List<Place> places() {
    return places;
  }

  /** The arrays of which not every element was shown. */
  List<Level> gapped() {
    return gapped;
  }

  private void enter(Level level, JsonValue value) {
    if (value instanceof JsonObject object) {
      levels.push(open(object, level));
    } else if (value instanceof JsonArray array) {
      levels.push(open(array, level));
    } else {
      level.finishNext(value);
    }
  }

  private void checkAllUsed() {
    if (places.size() < byDigest.size()) {
      throw SdJwt.malformed("one belongs to no digest", WHERE);
    }
  }

  private Level open(JsonObject object, @Nullable Level outer) {
    Level level = Level.object(outer);
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (!SdJwt.RESERVED.contains(member.getKey())) {
        level.put(member.getKey(), member.getValue());
      } else if (member.getKey().equals(SdJwt.ELEMENT)
          || (member.getKey().equals(SdJwt.SD_ALG) && !level.isTop())) {
        throw SdJwt.malformed("stands where it has no meaning", member.getKey());
      }
    }
    JsonValue digests = object.members().get(SdJwt.SD);
    if (digests != null) {
      disclose(digests, level, object.members().keySet());
    }
    return level;
  }

  private void disclose(JsonValue digests, Level level, Set<String> open) {
    if (!(digests instanceof JsonArray array)) {
      throw SdJwt.malformed("is not an array of strings", SdJwt.SD);
    }
    Set<String> disclosed = new HashSet<>();
    for (JsonValue digest : array.items()) {
      Disclosure disclosure = disclosure(digest, level, SdJwt.SD);
      if (disclosure != null) {
        String name = checkedName(disclosure, level);
        if (open.contains(name) || !disclosed.add(name)) {
          throw SdJwt.malformed("a name is already there", WHERE);
        }
        place(disclosure, level);
        level.put(name, disclosure.value());
      }
    }
  }

  private static String checkedName(Disclosure disclosure, Level level) {
    String name =
        disclosure
            .name()
            .orElseThrow(() -> SdJwt.malformed("an element stands for a member", WHERE));
    if (SdJwt.RESERVED.contains(name)) {
      throw SdJwt.malformed("a name is reserved", WHERE);
    }
    if (level.isTop() && SdJwt.CONTROL.contains(name)) {
      throw SdJwt.notAllowed("a claim must not be hidden", WHERE);
    }
    return name;
  }

  private Level open(JsonArray array, Level outer) {
    Level level = Level.array(outer);
    for (JsonValue item : array.items()) {
      if (item instanceof JsonObject object && object.members().containsKey(SdJwt.ELEMENT)) {
        disclose(object, level);
      } else {
        level.add(item);
      }
    }
    if (level.hasGaps()) {
      gapped.add(level);
    }
    return level;
  }

  private void disclose(JsonObject placeholder, Level level) {
    if (placeholder.members().size() > 1) {
      throw SdJwt.malformed("does not stand alone", SdJwt.ELEMENT);
    }
    JsonValue digest = placeholder.get(SdJwt.ELEMENT).orElseThrow();
    Disclosure disclosure = disclosure(digest, level, SdJwt.ELEMENT);
    if (disclosure == null) {
      level.skip();
      return;
    }
    if (disclosure.name().isPresent()) {
      throw SdJwt.malformed("a member stands for an element", WHERE);
    }
    place(disclosure, level);
    level.add(disclosure.value());
  }

  private void place(Disclosure disclosure, Level level) {
    places.add(new Place(level, level.size(), disclosure));
  }

  /** What belongs to a digest; null when it was not shown or never existed. */
  private @Nullable Disclosure disclosure(JsonValue digest, Level level, String where) {
    if (!(digest instanceof JsonString string)) {
      throw SdJwt.malformed("is not a string", where);
    }
    if (level.isControl()) {
      throw SdJwt.notAllowed("hides a part of a claim that must not be hidden", where);
    }
    if (!seen.add(string.value())) {
      throw SdJwt.malformed("a digest is there twice", where);
    }
    return byDigest.get(string.value());
  }
}
