package id.simpul.node.internal.config;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import id.simpul.node.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads JSON files of the configuration, naming file and position of what is wrong. */
public final class ConfigFiles {
  private static final int MAX_FILE_BYTES = 4 * 1024 * 1024;

  private ConfigFiles() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the one object in it
   * @throws ConfigException when it cannot be read
   */
  public static JsonObject object(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (Json.read(in, Limits.DEFAULT.withMaxBytes(MAX_FILE_BYTES)) instanceof JsonObject object) {
        return object;
      }
    } catch (FormatException e) {
      throw broken(file, e.where(), e.reason());
    } catch (IOException e) {
      throw broken(file, "file", "cannot be read");
    }
    throw broken(file, "/", "must be an object");
  }

  /**
   * Refuses members nobody reads, so that a misspelt one never passes for an absent one.
   *
   * @param file the file
   * @param object an object in it
   * @param where the object's place
   * @param names the members somebody reads
   * @throws ConfigException when there is another
   */
  public static void known(Path file, JsonObject object, String where, Set<String> names) {
    for (String name : object.members().keySet()) {
      if (!names.contains(name)) {
        throw broken(file, where, "has a member nobody reads; known are " + new TreeSet<>(names));
      }
    }
  }

  /**
   * A member that must be a string.
   *
   * @param object the object
   * @param name the member
   * @return its value
   */
  public static String text(JsonObject object, String name) {
    if (object.get(name).orElse(null) instanceof JsonString string) {
      return string.value();
    }
    throw new IllegalArgumentException(name + " must be a string");
  }

  /**
   * Says what is wrong with a file.
   *
   * @param file the file
   * @param where the place in it
   * @param why what is wrong there
   * @return the exception
   */
  public static ConfigException broken(Path file, String where, String why) {
    return new ConfigException(
        List.of(new Violation(Violation.MALFORMED, file + " " + where, why)));
  }
}
