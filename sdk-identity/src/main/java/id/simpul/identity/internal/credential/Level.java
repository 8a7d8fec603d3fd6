package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.ClaimPath.Element;
import id.simpul.identity.credential.ClaimPath.Member;
import id.simpul.identity.credential.ClaimPath.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object or array on its way: values that still have to be walked, and those that have been. */
final class Level {
  private final boolean object;
  private final @Nullable Level outer;
  private final int place;
  private final int depth;
  private final boolean control;
  private final List<String> names = new ArrayList<>();
  private final List<JsonValue> waiting = new ArrayList<>();
  private final List<JsonValue> done = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private int elements;

  private Level(boolean object, @Nullable Level outer) {
    this.object = object;
    this.outer = outer;
    place = outer == null ? 0 : outer.done.size();
    depth = outer == null ? 1 : outer.depth + 1;
    control = outer != null && (outer.control || outer.isAtControlClaim());
  }

  static Level object(@Nullable Level outer) {
    return checked(new Level(true, outer));
  }

  static Level array(Level outer) {
    return checked(new Level(false, outer));
  }

  private static Level checked(Level level) {
    if (level.depth > SdJwt.MAX_DEPTH) {
      throw SdJwt.malformed("is nested deeper than " + SdJwt.MAX_DEPTH, "claims");
    }
    return level;
  }

  private boolean isAtControlClaim() {
    return outer == null && SdJwt.CONTROL.contains(names.get(done.size()));
  }

  boolean isTop() {
    return outer == null;
  }

  /** Whether it stands inside a claim of which nothing may be hidden. */
  boolean isControl() {
    return control;
  }

  void put(String name, JsonValue value) {
    names.add(name);
    waiting.add(value);
  }

  void add(JsonValue value) {
    positions.add(elements++);
    waiting.add(value);
  }

  /** Counts an element that is not shown. */
  void skip() {
    elements++;
  }

  boolean hasGaps() {
    return positions.size() < elements;
  }

  /** Where the values of an array stood among all its elements, in rising order. */
  List<Integer> positions() {
    return List.copyOf(positions);
  }

  /** How many values it has. */
  int size() {
    return waiting.size();
  }

  boolean hasNext() {
    return done.size() < waiting.size();
  }

  JsonValue next() {
    return waiting.get(done.size());
  }

  void finishNext(JsonValue value) {
    done.add(value);
  }

  JsonValue build() {
    if (!object) {
      return new JsonArray(done);
    }
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < done.size(); i++) {
      builder.put(names.get(i), done.get(i));
    }
    return builder.build();
  }

  /** Its own path, for a level that is being walked or has been. */
  ClaimPath path() {
    return outer == null ? ClaimPath.of() : outer.pathOf(place);
  }

  /** The path of one of its values, for a level that is being walked or has been. */
  ClaimPath pathOf(int index) {
    Deque<Step> path = new ArrayDeque<>();
    int at = index;
    for (Level level = this; level != null; level = level.outer) {
      path.addFirst(
          level.object ? new Member(level.names.get(at)) : new Element(level.positions.get(at)));
      at = level.place;
    }
    return new ClaimPath(List.copyOf(path));
  }
}
