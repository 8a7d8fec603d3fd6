package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.node.internal.store.FhirSearch;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters that say which page of a list is wanted, and how it is written. Used once.
 */
final class PageReader {
  /** How many resources a page has when nobody says. */
  static final int DEFAULT_COUNT = 20;

  /** How many resources a page has at most; who asks for more gets so many. */
  static final int MAX_COUNT = FhirSearch.MAX_LIMIT;

  /** Where a page goes on. */
  static final String PAGE = "_page_token";

  /** How many resources a page has. */
  static final String COUNT = "_count";

  /** What is wrong with where a page goes on. */
  static final String NO_PAGE = "is not one of this node";

  private static final Set<String> FORMATS =
      Set.of("json", "application/json", "application/fhir+json");
  private static final Pattern NAME = Pattern.compile("_?[a-z][A-Za-z-]{0,30}(?::[a-z]{1,15})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Predicate<String> isPage;
  private final Params.Builder applied;
  private final List<Violation> violations;
  private int count = DEFAULT_COUNT;
  private @Nullable String after;

  /**
   * Makes a reader.
   *
   * @param isPage whether a text is one where a page may go on
   * @param applied takes the parameters that were understood, without where the page goes on
   * @param violations takes what is wrong
   */
  PageReader(Predicate<String> isPage, Params.Builder applied, List<Violation> violations) {
    this.isPage = isPage;
    this.applied = applied;
    this.violations = violations;
  }

  /** How many resources the page has at most. */
  int count() {
    return count;
  }

  /** Where the page goes on, or null for the first. */
  @Nullable String after() {
    return after;
  }

  /** Takes a parameter, if it is one about pages. */
  boolean take(Params.Param param) {
    switch (param.name()) {
      case "_format" -> format(param.value());
      case "_pretty" -> {} // how it looks is the reader's affair
      case PAGE -> page(param.value());
      case COUNT -> count(param.value());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A parameter that nobody knows. */
  static Violation unknown(Params.Param param) {
    // What does not look like a parameter may be anything, a person's name for one.
    String name = NAME.matcher(param.name()).matches() ? param.name() : "query";
    return new Violation(Violation.UNSUPPORTED, name, "is no search parameter here; see metadata");
  }

  private void format(String value) {
    if (!FORMATS.contains(value)) {
      violations.add(new Violation(Violation.UNSUPPORTED, "_format", "must be json"));
    }
  }

  private void page(String value) {
    if (isPage.test(value)) {
      after = value;
    } else {
      violations.add(new Violation(Violation.TYPE, PAGE, NO_PAGE));
    }
  }

  private void count(String value) {
    if (NUMBER.matcher(value).matches()) {
      count = Math.min(MAX_COUNT, Integer.parseInt(value));
      applied.add(COUNT, Integer.toString(count));
    } else {
      violations.add(new Violation(Violation.TYPE, COUNT, "must be a whole number"));
    }
  }
}
