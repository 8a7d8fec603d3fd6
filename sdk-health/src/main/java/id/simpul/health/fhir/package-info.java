/**
 * Health records in FHIR R4: the resources a city's health services exchange.
 *
 * <p>Reading is lenient and says so: {@link id.simpul.health.fhir.Resource#problems} lists what was
 * put right and what breaks a rule. Building and writing are strict: every violation at once, and
 * nothing empty. Members and extensions nobody here knows, decimals and dates stay as they came.
 * {@link id.simpul.health.fhir.FhirJson} is the door to bytes.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}. All values are safe for use by several threads; builders are not.
 */
@NullMarked
package id.simpul.health.fhir;

import org.jspecify.annotations.NullMarked;
