package id.simpul.examples.twocities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that come with the example. */
final class Resources {
  private static final String FOLDER = "/two-cities/";
  private static final int MAX_BYTES = 1024 * 1024;

  private Resources() {}

  static byte[] read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new StoryException(name, "is missing from the example", "resources");
      }
      return in.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("A resource of the example cannot be read", e);
    }
  }
}
