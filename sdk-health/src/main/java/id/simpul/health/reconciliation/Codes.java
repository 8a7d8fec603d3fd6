package id.simpul.health.reconciliation;

import java.util.Locale;

/** The words programs go by. */
final class Codes {
  private Codes() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
