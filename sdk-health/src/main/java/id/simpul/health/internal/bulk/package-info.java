/**
 * Lines and compressed bytes as streams.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.bulk;

import org.jspecify.annotations.NullMarked;
