/**
 * The parts of an SD-JWT (RFC 9901) and what becomes of them.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.credential;

import org.jspecify.annotations.NullMarked;
