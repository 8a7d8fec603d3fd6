package id.simpul.health.wire;

import java.util.regex.Pattern;

/**
 * A resource on a server.
 *
 * @param resourceType its kind, {@code Immunization}
 * @param id its id there, opaque: 1 to 64 letters, digits, {@code -} and {@code .}
 */
public record ResourceKey(String resourceType, String id) {
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,63}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** Checks both forms. */
  public ResourceKey {
    if (!isType(resourceType)) {
      throw new IllegalArgumentException("Not a kind of resource");
    }
    if (!isId(id)) {
      throw new IllegalArgumentException("An id has 1 to 64 letters, digits, dots and hyphens");
    }
  }

  /**
   * Whether a text has the form of a kind of resource.
   *
   * @param text any text
   * @return true when it has
   */
  public static boolean isType(String text) {
    return TYPE.matcher(text).matches();
  }

  /**
   * Whether a text has the form of an id.
   *
   * @param text any text
   * @return true when it has
   */
  public static boolean isId(String text) {
    return ID.matcher(text).matches() && !text.chars().allMatch(c -> c == '.');
  }

  /** The kind alone: a patient's number is personal. */
  @Override
  public String toString() {
    return "ResourceKey[" + resourceType + "]";
  }
}
