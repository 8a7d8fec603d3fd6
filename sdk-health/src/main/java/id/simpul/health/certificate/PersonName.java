package id.simpul.health.certificate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a person as it stands in a health certificate. The standardised names are those of
 * the machine-readable zone of a passport (ICAO 9303, part 3, section 6), which the caller takes
 * from there: capitals and {@code <}. {@code toString} shows nothing.
 *
 * @param family {@code fn}, or null
 * @param standardisedFamily {@code fnt}
 * @param given {@code gn}, or null
 * @param standardisedGiven {@code gnt}, or null
 */
public record PersonName(
    @Nullable String family,
    String standardisedFamily,
    @Nullable String given,
    @Nullable String standardisedGiven) {
  /** Checks that the one required name is there. */
  public PersonName {
    Objects.requireNonNull(standardisedFamily, "standardisedFamily");
  }

  @Override
  public String toString() {
    return "name";
  }
}
