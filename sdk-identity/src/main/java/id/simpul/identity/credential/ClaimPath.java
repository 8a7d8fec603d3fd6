package id.simpul.identity.credential;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim stands: names of members and positions in arrays, from the outside in. The empty
 * path stands for all claims together. Immutable.
 *
 * @param steps the steps, unmodifiable
 */
public record ClaimPath(List<Step> steps) {

  /** One step down. */
  public sealed interface Step {}

  /**
   * To a member of an object.
   *
   * @param name its name
   */
  public record Member(String name) implements Step {
    /** Checks that the name is given. */
    public Member {
      Objects.requireNonNull(name, "name");
    }

    /** As a token of a JSON pointer (RFC 6901, section 3). */
    @Override
    public String toString() {
      return name.replace("~", "~0").replace("/", "~1");
    }
  }

  /**
   * To an element of an array.
   *
   * @param index its position, from zero, among all the issuer put there: elements that are hidden
   *     and not shown count
   */
  public record Element(int index) implements Step {
    /** Checks the position. */
    public Element {
      if (index < 0) {
        throw new IllegalArgumentException("Elements are counted from zero");
      }
    }

    @Override
    public String toString() {
      return Integer.toString(index);
    }
  }

  /** Copies the steps. */
  public ClaimPath {
    steps = List.copyOf(steps);
  }

  /**
   * A path of names alone.
   *
   * @param names from the outside in
   * @return the path
   */
  public static ClaimPath of(String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(new Member(name));
    }
    return new ClaimPath(steps);
  }

  /**
   * One step further, into an object.
   *
   * @param name of the member
   * @return a longer path
   */
  public ClaimPath member(String name) {
    return then(new Member(name));
  }

  /**
   * One step further, into an array.
   *
   * @param index position of the element, from zero
   * @return a longer path
   */
  public ClaimPath element(int index) {
    return then(new Element(index));
  }

  private ClaimPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new ClaimPath(longer);
  }

  /**
   * The paths from the first step to this one, this one last.
   *
   * @return as many paths as there are steps
   */
  public List<ClaimPath> fromOutside() {
    List<ClaimPath> paths = new ArrayList<>();
    for (int length = 1; length <= steps.size(); length++) {
      paths.add(new ClaimPath(steps.subList(0, length)));
    }
    return paths;
  }

  /**
   * What stands there, in claims that are complete. Elements that were not disclosed are missing
   * from the claims of a presentation; {@link VerifiedCredential#claim} counts them.
   *
   * @param claims where to look
   * @return the value, or empty when nothing stands there
   */
  public Optional<JsonValue> in(JsonObject claims) {
    JsonValue at = claims;
    for (Step step : steps) {
      JsonValue next = step(at, step);
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  private static @Nullable JsonValue step(JsonValue from, Step step) {
    if (step instanceof Member member && from instanceof JsonObject object) {
      return object.members().get(member.name());
    }
    if (step instanceof Element element
        && from instanceof JsonArray array
        && element.index() < array.items().size()) {
      return array.items().get(element.index());
    }
    return null;
  }

  /** As a JSON pointer (RFC 6901). */
  @Override
  public String toString() {
    StringBuilder pointer = new StringBuilder();
    steps.forEach(step -> pointer.append('/').append(step));
    return pointer.toString();
  }
}
