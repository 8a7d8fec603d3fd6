/**
 * Structured field values (RFC 9651, which contains RFC 8941): a strict reader and writer. Exported
 * to nobody.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.sf;

import org.jspecify.annotations.NullMarked;
