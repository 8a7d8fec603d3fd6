package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Violation;
import id.simpul.node.internal.http.Refusal;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Names as in the machine-readable zone of a passport (ICAO 9303, part 3, section 4.6): capitals A
 * to Z, and {@code <} for what is between them. Names in Latin letters alone: whoever has another
 * script has a passport that says how it is written, which nobody here knows.
 */
final class PassportNames {
  private static final int MAX_LENGTH = 80;

  private PassportNames() {}

  static String of(String name) {
    String plain =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("['’.,]", "")
            .replaceAll("[\\s-]+", "<");
    if (!plain.matches("[A-Z<]{1,80}") || plain.length() > MAX_LENGTH) {
      throw Refusal.of(
          400,
          Violation.UNSUPPORTED,
          "name",
          "is not in Latin letters, or too long for a passport");
    }
    return plain;
  }
}
