/**
 * What FHIR R4 says of its types, and the one walk that reads, repairs and checks by it.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.fhir;

import org.jspecify.annotations.NullMarked;
