/**
 * What reading and writing health records costs, beside HAPI FHIR, which has a process and a class
 * path of its own. What both processes share uses the platform alone.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.fhir;

import org.jspecify.annotations.NullMarked;
