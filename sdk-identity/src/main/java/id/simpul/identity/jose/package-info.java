/**
 * JSON Web Keys and compact JSON Web Signatures, read more strictly than the standards ask.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.jose;

import org.jspecify.annotations.NullMarked;
