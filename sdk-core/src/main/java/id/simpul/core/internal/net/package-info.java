/**
 * IP addresses as text and as bytes.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.internal.net;

import org.jspecify.annotations.NullMarked;
