package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.Objects;

/**
 * One answer to choose from.
 *
 * @param key what is submitted
 * @param name what is shown
 * @param extra members this version does not know, as they came
 */
public record AttributeValue(String key, String name, JsonObject extra) {
  /** Checks that all members are given. */
  public AttributeValue {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(extra, "extra");
  }

  /**
   * An answer with nothing unknown about it.
   *
   * @param key what is submitted
   * @param name what is shown
   */
  public AttributeValue(String key, String name) {
    this(key, name, JsonObject.EMPTY);
  }
}
