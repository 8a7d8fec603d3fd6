package id.simpul.health.fhir.type;

import java.util.Optional;

/**
 * A date or time as FHIR R4 writes it. The text is kept as it came, so that nothing is lost when it
 * is written back; a text that breaks the rules is kept too and says so.
 */
public sealed interface FhirTime permits FhirDate, FhirDateTime, FhirInstant {

  /**
   * The text, as it was read or made.
   *
   * @return the text, personal when it is a birth date
   */
  String text();

  /**
   * How exactly it is known.
   *
   * @return the precision, or empty when the text breaks the rules
   */
  Optional<Precision> precision();

  /**
   * What is wrong with the text.
   *
   * @return the rule it breaks, without the text, or empty when it breaks none
   */
  default Optional<String> problem() {
    return precision().isPresent()
        ? Optional.empty()
        : Optional.of("not a date or time as FHIR R4 writes it");
  }
}
