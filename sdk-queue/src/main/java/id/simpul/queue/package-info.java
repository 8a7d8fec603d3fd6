/**
 * A durable queue on SQLite, for clinics and counters that lose the network.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.queue;

import org.jspecify.annotations.NullMarked;
