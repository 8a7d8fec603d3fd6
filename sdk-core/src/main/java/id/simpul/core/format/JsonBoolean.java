package id.simpul.core.format;

/** The JSON literals {@code true} and {@code false}. */
public enum JsonBoolean implements JsonValue {
  /** {@code true}. */
  TRUE,
  /** {@code false}. */
  FALSE;

  /**
   * The literal for a Java boolean.
   *
   * @param value the boolean
   * @return {@link #TRUE} or {@link #FALSE}
   */
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * The Java boolean.
   *
   * @return true for {@link #TRUE}
   */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String type() {
    return "boolean";
  }
}
