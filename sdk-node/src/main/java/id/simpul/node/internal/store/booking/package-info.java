/**
 * What a node remembers of vaccinations that are booked.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node.internal.store.booking;

import org.jspecify.annotations.NullMarked;
