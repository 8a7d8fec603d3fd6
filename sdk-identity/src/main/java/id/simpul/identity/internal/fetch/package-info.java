/**
 * Fetching signed tokens from addresses that strangers name.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.fetch;

import org.jspecify.annotations.NullMarked;
