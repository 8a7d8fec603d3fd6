/**
 * The event store on SQLite: one file, write-ahead log, {@code synchronous=FULL}.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node.internal.store.sqlite;

import org.jspecify.annotations.NullMarked;
