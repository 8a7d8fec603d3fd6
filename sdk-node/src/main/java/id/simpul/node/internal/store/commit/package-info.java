/**
 * Group commit: one thread that writes what gathered while it last waited for the disk.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node.internal.store.commit;

import org.jspecify.annotations.NullMarked;
