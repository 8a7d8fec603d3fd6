package id.simpul.node.internal.config;

import java.time.LocalDate;
import java.util.Map;

/** Writes a configuration file that explains itself. */
public final class ConfigText {
  private ConfigText() {}

  /**
   * The text of a file in which every setting stands, those nobody gave as a comment.
   *
   * @param given what is not left at its default
   * @param today the day it is written on
   * @return the text, in the form of a properties file
   */
  public static String of(Map<Setting, String> given, LocalDate today) {
    StringBuilder text = new StringBuilder();
    text.append("# Configuration of a Simpul node, written by simpul-node init on ");
    text.append(today).append(".\n");
    text.append("# To set what a line with # shows, take the # away. Relative paths start at\n");
    text.append("# this file's folder. A running node reads this file at its next start.\n");
    for (Setting setting : Setting.values()) {
      String value = given.get(setting);
      text.append("\n# ").append(setting.description()).append('\n');
      if (value == null) {
        text.append('#').append(setting.key()).append('=').append(setting.fallback().orElse(""));
      } else {
        // A backslash begins an escape in a properties file.
        text.append(setting.key()).append('=').append(value.replace("\\", "\\\\"));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
