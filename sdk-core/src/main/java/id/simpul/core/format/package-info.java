/**
 * Documents as values: strict, bounded readers and plain writers for JSON (RFC 8259) and XML 1.0.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.format;

import org.jspecify.annotations.NullMarked;
