package id.simpul.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * HTTP header fields in order; names compare without regard to case. Immutable. {@code toString}
 * shows names only, because values may be secrets.
 */
public final class Headers {
  /** No fields. */
  public static final Headers EMPTY = new Headers(List.of());

  private final List<Field> fields;

  private Headers(List<Field> fields) {
    this.fields = fields;
  }

  /**
   * One field.
   *
   * @param name the name as sent
   * @param value the value, without leading or trailing white space
   */
  public record Field(String name, String value) {
    /** Checks that both members are given and hold no line break. */
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      if (name.isEmpty() || hasBreak(name) || hasBreak(value)) {
        throw new IllegalArgumentException("A header field holds no line break or NUL");
      }
    }

    private static boolean hasBreak(String s) {
      return s.indexOf('\r') >= 0 || s.indexOf('\n') >= 0 || s.indexOf('\0') >= 0;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Fields in order.
   *
   * @param fields the fields
   * @return the headers
   */
  public static Headers of(List<Field> fields) {
    return new Headers(List.copyOf(fields));
  }

  /**
   * These fields and one more.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public Headers with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Headers(List.copyOf(more));
  }

  /**
   * The first value of a name.
   *
   * @param name the name, in any case
   * @return the value, or empty
   */
  public Optional<String> first(String name) {
    for (Field f : fields) {
      if (f.name.equalsIgnoreCase(name)) {
        return Optional.of(f.value);
      }
    }
    return Optional.empty();
  }

  /**
   * All values of a name, in order.
   *
   * @param name the name, in any case
   * @return a list, possibly empty
   */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Field f : fields) {
      if (f.name.equalsIgnoreCase(name)) {
        values.add(f.value);
      }
    }
    return values;
  }

  /**
   * All fields in order.
   *
   * @return an unmodifiable list
   */
  public List<Field> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Headers h && fields.equals(h.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
