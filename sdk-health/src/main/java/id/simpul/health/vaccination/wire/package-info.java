/**
 * How vaccination looks on the wire: operations and formats, for clients and servers alike.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.vaccination.wire;

import org.jspecify.annotations.NullMarked;
