package id.simpul.health.wire;

import java.util.regex.Pattern;

/**
 * A file of an export of a node.
 *
 * @param job the export: 1 to 64 letters, digits, {@code -} and {@code .}
 * @param file the file: a kind of resource and {@code .ndjson}
 */
public record ExportFile(String job, String file) {
  private static final Pattern FILE = Pattern.compile("[A-Z][A-Za-z]{1,63}\\.ndjson");

  /** Checks the form of both. */
  public ExportFile {
    if (!ResourceKey.isId(job) || !FILE.matcher(file).matches()) {
      throw new IllegalArgumentException("Not a file of an export");
    }
  }
}
