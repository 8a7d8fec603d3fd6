/**
 * Health records in FHIR R4: the resources a city's health services exchange.
 *
 * <p>Reading is lenient and says so: {@link id.simpul.health.fhir.Resource#problems} lists what was
 * put right and what breaks a rule. Building and writing are strict: every violation at once, and
 * nothing empty. Members and extensions nobody here knows, decimals and dates stay as they came.
 * {@link id.simpul.health.fhir.FhirJson} is the door to bytes.
 *
 * <p>An accessor is named as the member is in the standard, and reads it as it stands: it gives an
 * empty {@code Optional} or list when the member is missing or of another type, and what breaks a
 * rule as it came. Lists are immutable and in the order of the document. Codes are texts, never
 * enums: a list in a comment says what R4 has, and a server may have more. A choice of types has an
 * accessor for each type, of which one is filled at most. What must be there is named by {@code
 * build}, every member at once.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}. All values are safe for use by several threads; builders are not.
 */
@NullMarked
package id.simpul.health.fhir;

import org.jspecify.annotations.NullMarked;
