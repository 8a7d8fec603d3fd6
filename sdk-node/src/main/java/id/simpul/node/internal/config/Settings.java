package id.simpul.node.internal.config;

import id.simpul.core.operation.Violation;
import id.simpul.node.ConfigException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The values an operator gave: flags over environment over file over defaults. An unknown name is
 * an error everywhere, so that a misspelt setting never passes for a default. Immutable.
 */
public final class Settings {
  /** The flag and variable that name the file. */
  public static final String CONFIG_FLAG = "--config";

  private static final String CONFIG_VARIABLE = "SIMPUL_CONFIG";
  private static final String PREFIX = "SIMPUL_";

  private final Map<Setting, String> values;
  private final Path base;

  private Settings(Map<Setting, String> values, Path base) {
    this.values = values;
    this.base = base;
  }

  /**
   * Reads all three sources.
   *
   * @param flags the command line's arguments, {@code --name value} or {@code --name=value}
   * @param environment the environment
   * @return the settings
   * @throws ConfigException when a name is unknown, a value is missing or the file cannot be read;
   *     names them all
   */
  public static Settings read(List<String> flags, Map<String, String> environment) {
    List<Violation> violations = new ArrayList<>();
    Map<String, String> given = flags(flags, violations);
    Optional<Path> file =
        Optional.ofNullable(given.remove(CONFIG_FLAG))
            .or(() -> Optional.ofNullable(environment.get(CONFIG_VARIABLE)))
            .map(name -> path(CONFIG_FLAG, name));
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      setting.fallback().ifPresent(v -> values.put(setting, v));
    }
    file.ifPresent(f -> file(f, values, violations));
    environment(environment, values, violations);
    given.forEach((flag, value) ->
        Setting.ofKey(flag.substring(2))
            .ifPresentOrElse(
                s -> values.put(s, value), () -> violations.add(unknown(flag, "command line"))));
    Path base = file.map(f -> f.toAbsolutePath().getParent()).orElse(Path.of("").toAbsolutePath());
    return complete(values, base, violations);
  }

  /**
   * Settings that are about to be written to a file.
   *
   * @param given what is not left at its default
   * @param folder the file's folder, where relative paths start
   * @return the settings
   * @throws ConfigException when a required one is missing; names them all
   */
  public static Settings of(Map<Setting, String> given, Path folder) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      setting.fallback().ifPresent(v -> values.put(setting, v));
    }
    values.putAll(given);
    return complete(values, folder.toAbsolutePath(), new ArrayList<>());
  }

  private static Settings complete(
      Map<Setting, String> values, Path base, List<Violation> violations) {
    for (Setting setting : Setting.values()) {
      if (values.getOrDefault(setting, "").isBlank() && setting.fallback().isEmpty()) {
        violations.add(
            new Violation(
                Violation.REQUIRED,
                setting.key(),
                "a value is required: " + setting.description()));
      }
    }
    if (!violations.isEmpty()) {
      throw new ConfigException(violations);
    }
    return new Settings(values, base);
  }

  private static Map<String, String> flags(List<String> flags, List<Violation> violations) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < flags.size(); i++) {
      String flag = flags.get(i);
      int equals = flag.indexOf('=');
      if (!flag.startsWith("--")) {
        violations.add(unknown(flag, "command line"));
      } else if (equals > 0) {
        given.put(flag.substring(0, equals), flag.substring(equals + 1));
      } else if (i + 1 < flags.size()) {
        i++;
        given.put(flag, flags.get(i));
      } else {
        violations.add(new Violation(Violation.REQUIRED, flag, "a value is required after it"));
      }
    }
    return given;
  }

  private static void file(Path file, Map<Setting, String> values, List<Violation> violations) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      violations.add(
          new Violation(
              Violation.MALFORMED,
              file.toString(),
              "cannot be read as a properties file in UTF-8"));
      return;
    }
    for (String name : properties.stringPropertyNames()) {
      Setting.ofKey(name)
          .ifPresentOrElse(
              s -> values.put(s, properties.getProperty(name).strip()),
              () -> violations.add(unknown(name, file.toString())));
    }
  }

  private static void environment(
      Map<String, String> environment, Map<Setting, String> values, List<Violation> violations) {
    environment.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && !name.equals(CONFIG_VARIABLE)) {
        Setting.ofVariable(name)
            .ifPresentOrElse(
                s -> values.put(s, value.strip()),
                () -> violations.add(unknown(name, "environment")));
      }
    });
  }

  private static Violation unknown(String name, String source) {
    return new Violation(
        Violation.UNSUPPORTED, name, "is not a setting (" + source + "); see --help for all");
  }

  /**
   * A value.
   *
   * @param setting what
   * @return its value, possibly {@code ""}
   */
  public String get(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  /**
   * A path; a relative one starts at the configuration file's folder.
   *
   * @param setting what
   * @return the path, or empty when there is no value
   * @throws ConfigException when the value cannot be a path
   */
  public Optional<Path> path(Setting setting) {
    String value = get(setting);
    return value.isBlank()
        ? Optional.empty()
        : Optional.of(base.resolve(path(setting.key(), value)).normalize());
  }

  private static Path path(String name, String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      // The system's message quotes the value.
      throw new ConfigException(
          List.of(new Violation(Violation.TYPE, name, "must be the path of a file or folder")));
    }
  }
}
