/**
 * Getting documents from listed or named addresses within limits.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.fetch;

import org.jspecify.annotations.NullMarked;
