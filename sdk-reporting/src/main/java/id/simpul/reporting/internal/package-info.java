/**
 * The mapping between documents in JSON, the same documents in XML, and values, from one
 * description of each document's shape.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.reporting.internal;

import org.jspecify.annotations.NullMarked;
