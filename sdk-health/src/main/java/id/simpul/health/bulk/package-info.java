/**
 * Many resources in one file, a line each (Bulk Data Access 2.0, newline delimited JSON), read and
 * written as a stream: the memory needed is that of the longest line.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}. Readers and writers are for one thread.
 */
@NullMarked
package id.simpul.health.bulk;

import org.jspecify.annotations.NullMarked;
