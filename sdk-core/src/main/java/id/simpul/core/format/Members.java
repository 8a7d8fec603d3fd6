package id.simpul.core.format;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in their order. Most objects have few, for which two arrays take a third
 * of the room of a {@link java.util.LinkedHashMap} and are as quick; from {@link #INDEXED} on names
 * are looked up in an index, so that no document makes it slow. Its users cannot change it; only
 * {@link #set} can, as long as nobody else has it. Not thread-safe until then.
 */
final class Members extends AbstractMap<String, JsonValue> {
  /** How many members have an index. */
  static final int INDEXED = 16;

  private static final int FIRST_CAPACITY = 4;

  private String[] names = new String[FIRST_CAPACITY];
  private JsonValue[] values = new JsonValue[FIRST_CAPACITY];
  private int size;
  private @Nullable Map<String, Integer> index;

  static Members copyOf(Map<String, JsonValue> members) {
    Members copy = new Members();
    members.forEach(copy::set);
    return copy;
  }

  /** Adds a member, or gives the one of that name another value. */
  void set(String name, JsonValue value) {
    int at = find(name);
    if (at < 0) {
      add(name, value);
    } else {
      values[at] = value;
    }
  }

  /** Adds a member, unless there is one of that name. */
  boolean setIfAbsent(String name, JsonValue value) {
    boolean absent = find(name) < 0;
    if (absent) {
      add(name, value);
    }
    return absent;
  }

  private void add(String name, JsonValue value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size] = value;
    size++;
    if (index != null) {
      index.put(name, size - 1);
    } else if (size == INDEXED) {
      index = new HashMap<>();
      for (int i = 0; i < size; i++) {
        index.put(names[i], i);
      }
    }
  }

  private int find(@Nullable Object name) {
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(name) >= 0;
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object name) {
    int at = find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public Set<Map.Entry<String, JsonValue>> entrySet() {
    return new Entries();
  }

  /** A view of the members, which cannot be changed through it. */
  private final class Entries extends AbstractSet<Map.Entry<String, JsonValue>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<String, JsonValue>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<String, JsonValue> next() {
          if (next == size) {
            throw new NoSuchElementException();
          }
          Map.Entry<String, JsonValue> entry = Map.entry(names[next], values[next]);
          next++;
          return entry;
        }
      };
    }
  }
}
