package id.simpul.identity.internal.sf;

import java.util.List;
import java.util.Objects;

/**
 * A list in parentheses, with parameters (RFC 9651, 3.1.1).
 *
 * @param items its items in order, possibly none
 * @param parameters the parameters of the list as a whole
 */
public record InnerList(List<Item> items, Parameters parameters) implements Member {
  /** Copies the items. */
  public InnerList {
    items = List.copyOf(items);
    Objects.requireNonNull(parameters, "parameters");
  }
}
