package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources to find. Immutable.
 *
 * @param type the kind of resource
 * @param terms conditions that all have to hold, each with the terms of which one suffices
 * @param ids conditions of the same kind on the id
 * @param updated when the current version was written
 * @param page which of them
 */
public record FhirSearch(
    String type, List<Set<Digest>> terms, List<Set<String>> ids, Span updated, Page page) {
  /** The most resources on a page. */
  public static final int MAX_LIMIT = 100;

  /** The most conditions. */
  public static final int MAX_CONDITIONS = 20;

  /** The most terms or ids of one condition. */
  public static final int MAX_ALTERNATIVES = 50;

  /** Copies the conditions and checks how many there are. */
  public FhirSearch {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(updated, "updated");
    Objects.requireNonNull(page, "page");
    terms = copy(terms);
    ids = copy(ids);
    if (terms.size() + ids.size() > MAX_CONDITIONS) {
      throw new IllegalArgumentException("A search has at most " + MAX_CONDITIONS + " conditions");
    }
  }

  private static <T> List<Set<T>> copy(List<Set<T>> conditions) {
    List<Set<T>> copies = new ArrayList<>();
    for (Set<T> condition : conditions) {
      if (condition.isEmpty() || condition.size() > MAX_ALTERNATIVES) {
        throw new IllegalArgumentException(
            "A condition has 1 to " + MAX_ALTERNATIVES + " alternatives, not " + condition.size());
      }
      copies.add(Set.copyOf(condition));
    }
    return List.copyOf(copies);
  }

  /**
   * A span of time, both ends in it.
   *
   * @param from its beginning, or null
   * @param to its end, or null
   */
  public record Span(@Nullable Instant from, @Nullable Instant to) {
    /** All of time. */
    public static final Span ALWAYS = new Span(null, null);
  }

  /**
   * A page.
   *
   * @param after the id of the resource before it, or null for the first
   * @param limit how many resources it has at most, 0 to {@value #MAX_LIMIT}
   */
  public record Page(@Nullable String after, int limit) {
    /** Checks the limit. */
    public Page {
      if (limit < 0 || limit > MAX_LIMIT) {
        throw new IllegalArgumentException(
            "A page has 0 to " + MAX_LIMIT + " resources, not " + limit);
      }
    }

    /**
     * Where it begins.
     *
     * @return the id of the resource before it, or empty for the first
     */
    public Optional<String> previous() {
      return Optional.ofNullable(after);
    }
  }

  /** How many conditions there are. */
  @Override
  public String toString() {
    return "FhirSearch[" + type + ", " + (terms.size() + ids.size()) + " conditions]";
  }
}
