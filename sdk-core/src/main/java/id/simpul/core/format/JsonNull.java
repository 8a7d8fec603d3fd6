package id.simpul.core.format;

/** The JSON literal {@code null}. */
public enum JsonNull implements JsonValue {
  /** The one value. */
  NULL;

  @Override
  public String type() {
    return "null";
  }
}
