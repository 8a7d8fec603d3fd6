/**
 * The rules inside metadata policies and constraints of federation statements.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.federation;

import org.jspecify.annotations.NullMarked;
