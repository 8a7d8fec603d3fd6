package id.simpul.identity.internal.sf;

import java.util.Objects;

/**
 * A value with parameters (RFC 9651, 3.3).
 *
 * @param value the bare item
 * @param parameters its parameters, possibly none
 */
public record Item(BareItem value, Parameters parameters) implements Member {
  /** Checks that both members are given. */
  public Item {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(parameters, "parameters");
  }

  /**
   * A value without parameters.
   *
   * @param value the bare item
   * @return the item
   */
  public static Item of(BareItem value) {
    return new Item(value, Parameters.NONE);
  }
}
