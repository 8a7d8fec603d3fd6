package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One step of the schema. Never changed once shipped: its checksum is kept in the database.
 *
 * @param version 1 for the first, without gaps
 * @param name the resource's name
 * @param sql its statements
 */
record Migration(int version, String name, String sql) {
  private static final String FOLDER = "/db/sqlite/";
  private static final int VERSION_DIGITS = 4;

  /** Reads {@code 0001_name.sql} from this program's resources. */
  static Migration resource(String name) {
    try (InputStream in = Migration.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("This program lacks its resource " + FOLDER + name);
      }
      // Line ends are not content: a checkout on Windows has the same checksum.
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      return new Migration(Integer.parseInt(name.substring(0, VERSION_DIGITS)), name, sql);
    } catch (IOException e) {
      throw new UncheckedIOException("This program's resource cannot be read: " + name, e);
    }
  }

  String checksum() {
    return Digest.of(sql.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
