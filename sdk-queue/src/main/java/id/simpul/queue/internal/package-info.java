/**
 * Behind the queue: its file and its statements.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.queue.internal;

import org.jspecify.annotations.NullMarked;
