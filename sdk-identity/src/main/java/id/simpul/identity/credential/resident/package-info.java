/**
 * The credential of a resident: what a population office issues, and what another city learns from
 * it.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.credential.resident;

import org.jspecify.annotations.NullMarked;
