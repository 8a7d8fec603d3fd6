package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.identity.EntityId;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigFiles;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.ConfigText;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.config.NodeFiles;
import id.simpul.node.internal.config.Setting;
import id.simpul.node.internal.config.Settings;
import id.simpul.node.internal.federation.FederationFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a node's configuration and makes its keys. */
final class InitCommand implements Command {
  private static final ZoneOffset ZONE = ZoneOffset.UTC;
  private static final String DEFAULT_FILE = "node.properties";
  private static final String DEFAULT_DATA = "data";
  private static final String DEFAULT_SERVICES = "services.json";
  private static final String SERVICES =
      """
      {
        "services": [
          {
            "service_code": "jalan-rusak",
            "service_name": "Jalan rusak",
            "description": "Lubang, aspal terkelupas, atau bahu jalan longsor.",
            "metadata": false,
            "type": "realtime",
            "keywords": "jalan,lubang",
            "group": "Infrastruktur"
          }
        ],
        "definitions": []
      }
      """;

  @Override
  public String name() {
    return "init";
  }

  @Override
  public String usage() {
    return "[--config FILE] [--base-url URL] [--region CODE] [--SETTING VALUE ...]";
  }

  @Override
  public String summary() {
    return "write a configuration and make the keys of a new node";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Writes FILE (" + DEFAULT_FILE + " unless named) with every setting explained, a first",
        DEFAULT_SERVICES + " to be edited, and the node's keys, which their owner alone can read.",
        "Asks on the terminal for base-url and region when they are not given. Takes every",
        "setting of simpul-node --help. What is there already is kept: run it again to make",
        "what is missing. To change a setting, edit the file.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Path file = Path.of(arguments.take(Settings.CONFIG_FLAG).orElse(DEFAULT_FILE)).toAbsolutePath();
    Map<Setting, String> given = given(arguments);
    arguments.finish();
    boolean kept = Files.exists(file);
    Settings settings = kept ? existing(file, given) : fresh(file, given, shell);
    boolean servicesMade = makeServices(settings);
    NodeConfig config = ConfigLoader.load(settings, shell.random(), shell.clock());
    new NodeFiles(config.dataDirectory()).identityKey(shell.random());
    KeyRing.open(new FederationFiles(config.dataDirectory()).firstKey(), shell.random());
    KeyRing.ofCredentials(config.dataDirectory(), shell.random());
    if (!kept) {
      write(file, ConfigText.of(given, LocalDate.ofInstant(shell.clock().instant(), ZONE)));
    }
    tell(shell, file, kept, config);
    if (servicesMade) {
      shell.line("services", settings.get(Setting.SERVICES_FILE) + " (a first one; edit it)");
    }
    for (EntityId superior : config.federation().superiors()) {
      shell.line("next", "simpul-node enrol --superior " + superior + " --config " + file);
    }
    shell.line("next", "simpul-node --config " + file);
    return DONE;
  }

  private static Map<Setting, String> given(Arguments arguments) {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      arguments.take("--" + setting.key()).ifPresent(value -> given.put(setting, value));
    }
    return given;
  }

  // A flag that says something else than the file would be lost without a word.
  private static Settings existing(Path file, Map<Setting, String> given) {
    Settings settings = Settings.read(List.of(Settings.CONFIG_FLAG, file.toString()), Map.of());
    List<Violation> violations = new ArrayList<>();
    given.forEach((setting, value) -> {
      if (!settings.get(setting).equals(value)) {
        violations.add(
            new Violation(
                Violation.CONFLICT,
                "--" + setting.key(),
                file + " says otherwise; edit the file, init changes none"));
      }
    });
    if (!violations.isEmpty()) {
      throw new ConfigException(violations);
    }
    return settings;
  }

  private static Settings fresh(Path file, Map<Setting, String> given, Shell shell) {
    ask(Setting.BASE_URL, "Public URL of this node, https://...", given, shell);
    ask(Setting.REGION, "Kemendagri code of the region, such as 15.71", given, shell);
    given.putIfAbsent(Setting.DATA_DIRECTORY, DEFAULT_DATA);
    if (!"true".equals(given.get(Setting.AUTHORITY))) {
      given.putIfAbsent(Setting.SERVICES_FILE, DEFAULT_SERVICES);
    }
    given.forEach(InitCommand::checkOneLine);
    return Settings.of(given, Optional.ofNullable(file.getParent()).orElse(file));
  }

  private static void ask(
      Setting setting, String question, Map<Setting, String> given, Shell shell) {
    if (!given.containsKey(setting)) {
      shell.ask(question).ifPresent(answer -> given.put(setting, answer));
    }
  }

  private static void checkOneLine(Setting setting, String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Arguments.wrong(Violation.TYPE, "--" + setting.key(), "must be one line of text");
    }
  }

  private static boolean makeServices(Settings settings) {
    Optional<Path> services = settings.path(Setting.SERVICES_FILE);
    if (services.isEmpty() || Files.exists(services.get())) {
      return false;
    }
    write(services.get(), SERVICES);
    return true;
  }

  private static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw ConfigFiles.broken(file, "file", "cannot be written");
    }
  }

  private static void tell(Shell shell, Path file, boolean kept, NodeConfig config) {
    shell.line("entity", config.entityId().value());
    shell.line("config", file + (kept ? " (kept)" : " (written)"));
    shell.line("keys", "in " + config.dataDirectory() + "; back this folder up, show it to nobody");
  }
}
