package id.simpul.fuzz.node;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.Setting;
import id.simpul.node.internal.config.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What an operator sets: the input as a file, as flags and as the environment. */
public final class SettingsTarget implements FuzzTarget {
  private static final List<Setting> PATHS =
      List.of(
          Setting.DATA_DIRECTORY,
          Setting.SERVICES_FILE,
          Setting.API_KEYS_FILE,
          Setting.PEERS_FILE,
          Setting.SIGNING_KEY_FILE);

  private final Scratch scratch = new Scratch();

  /** Makes the target. */
  public SettingsTarget() {}

  @Override
  public void run(byte[] input) throws IOException {
    String file = scratch.holding(input).toString();
    read(List.of(Settings.CONFIG_FLAG, file), Map.of());
    List<String> words = Input.utf8(input).lines().toList();
    read(words, Map.of());
    if (words.size() > 1) {
      read(List.of(), Map.of(words.get(0), words.get(1)));
    }
  }

  private static void read(List<String> flags, Map<String, String> environment) {
    try {
      check(Settings.read(flags, environment));
    } catch (ConfigException e) {
      require(!e.violations().isEmpty(), "does not say what is wrong");
    }
  }

  private static void check(Settings settings) {
    for (Setting setting : Setting.values()) {
      boolean given = !settings.get(setting).isBlank();
      require(given || setting.fallback().isPresent(), "lacks what it needs");
    }
    PATHS.forEach(path -> settings.path(path).ifPresent(p -> require(p.isAbsolute(), "floats")));
  }
}
