package id.simpul.core.operation;

import java.util.regex.Pattern;

/**
 * The name of a JSON Schema (2020-12) shipped as the resource {@code
 * META-INF/simpul/schemas/<path>.json} and served by a node under {@code /schemas/<path>.json}.
 *
 * @param path for example {@code georeport/v2/services}
 */
public record SchemaId(String path) {
  private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+(?:[-./][a-z0-9]+)*");

  /** Checks the grammar. */
  public SchemaId {
    if (!GRAMMAR.matcher(path).matches() || path.contains("..")) {
      throw new IllegalArgumentException("Not a schema path");
    }
  }

  /**
   * Where the schema lies on the class path.
   *
   * @return the resource name, without a leading slash
   */
  public String resource() {
    return "META-INF/simpul/schemas/" + path + ".json";
  }
}
