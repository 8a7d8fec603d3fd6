/**
 * COSE_Sign1 (RFC 9052), as health certificates use it.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.cose;

import org.jspecify.annotations.NullMarked;
