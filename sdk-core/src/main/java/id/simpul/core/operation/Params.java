package id.simpul.core.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Named text values in order, names repeatable: a query string or a form. Immutable. An empty value
 * counts as absent (GeoReport v2). {@code toString} shows names only, because values may be
 * personal.
 */
public final class Params {
  /** No values. */
  public static final Params EMPTY = new Params(List.of());

  private final List<Param> entries;

  private Params(List<Param> entries) {
    this.entries = entries;
  }

  /**
   * One name and value.
   *
   * @param name the name
   * @param value the value, unencoded
   */
  public record Param(String name, String value) {
    /** Checks that both members are given. */
    public Param {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Values in order.
   *
   * @param entries the values
   * @return the parameters
   */
  public static Params of(List<Param> entries) {
    return new Params(List.copyOf(entries));
  }

  /**
   * Starts a list of values.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The first value of a name that is not empty.
   *
   * @param name the name, case-sensitive
   * @return the value, or empty
   */
  public Optional<String> first(String name) {
    for (Param p : entries) {
      if (p.name.equals(name) && !p.value.isEmpty()) {
        return Optional.of(p.value);
      }
    }
    return Optional.empty();
  }

  /**
   * All values of a name that are not empty, in order.
   *
   * @param name the name, case-sensitive
   * @return a list, possibly empty
   */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Param p : entries) {
      if (p.name.equals(name) && !p.value.isEmpty()) {
        values.add(p.value);
      }
    }
    return values;
  }

  /**
   * The names that occur, in order of their first occurrence.
   *
   * @return a new set
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    entries.forEach(p -> names.add(p.name));
    return names;
  }

  /**
   * All entries in order, empty values included.
   *
   * @return an unmodifiable list
   */
  public List<Param> entries() {
    return entries;
  }

  /**
   * These values and one more.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public Params with(String name, String value) {
    return builder().addAll(this).add(name, value).build();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Params p && entries.equals(p.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects values in order. Not thread-safe. */
  public static final class Builder {
    private final List<Param> entries = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a value.
     *
     * @param name its name
     * @param value its value, unencoded
     * @return this
     */
    public Builder add(String name, String value) {
      entries.add(new Param(name, value));
      return this;
    }

    /**
     * Adds a value if there is one.
     *
     * @param name its name
     * @param value its value, or null to add nothing
     * @return this
     */
    public Builder addIfPresent(String name, @Nullable String value) {
      return value == null ? this : add(name, value);
    }

    /**
     * Adds all values of another list.
     *
     * @param other the other list
     * @return this
     */
    public Builder addAll(Params other) {
      entries.addAll(other.entries);
      return this;
    }

    /**
     * Makes the list.
     *
     * @return the immutable list
     */
    public Params build() {
      return new Params(List.copyOf(entries));
    }
  }
}
