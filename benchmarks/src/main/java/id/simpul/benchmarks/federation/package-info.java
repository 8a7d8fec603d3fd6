/**
 * Resolving a chain of four entity statements, beside its signature checks alone.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.federation;

import org.jspecify.annotations.NullMarked;
