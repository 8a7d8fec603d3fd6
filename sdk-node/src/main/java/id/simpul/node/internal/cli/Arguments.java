package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was typed after a command's name. Each part is taken once; what is left are settings. */
final class Arguments {
  private final List<String> rest;

  Arguments(List<String> arguments) {
    this.rest = new ArrayList<>(arguments);
  }

  /** Takes {@code --name value} or {@code --name=value}. */
  Optional<String> take(String flag) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).startsWith(flag + "=")) {
        return Optional.of(rest.remove(i).substring(flag.length() + 1));
      }
      if (rest.get(i).equals(flag) && i + 1 < rest.size()) {
        rest.remove(i);
        return Optional.of(rest.remove(i));
      }
    }
    return Optional.empty();
  }

  /** Takes a flag that has to be there. */
  String require(String flag, String what) {
    return take(flag)
        .orElseThrow(() -> wrong(Violation.REQUIRED, flag, "a value is required: " + what));
  }

  /** Takes a flag without a value; to be asked before {@link #operand}. */
  boolean has(String flag) {
    return rest.remove(flag);
  }

  /** Takes the one argument that is no flag and no flag's value. */
  String operand(String name, String what) {
    for (int i = 0; i < rest.size(); i++) {
      String argument = rest.get(i);
      if (!argument.startsWith("--")) {
        return rest.remove(i);
      }
      if (argument.indexOf('=') < 0) {
        i++;
      }
    }
    throw wrong(Violation.REQUIRED, name, "is required: " + what);
  }

  /** The settings, from what is left, the environment and the file that is named. */
  Settings settings(Shell shell) {
    return Settings.read(rest, shell.environment());
  }

  /** Refuses whatever nobody took. */
  void finish() {
    if (!rest.isEmpty()) {
      throw wrong(Violation.UNSUPPORTED, rest.get(0), "is not known here; see --help");
    }
  }

  static ConfigException wrong(String code, String where, String message) {
    return new ConfigException(List.of(new Violation(code, where, message)));
  }
}
