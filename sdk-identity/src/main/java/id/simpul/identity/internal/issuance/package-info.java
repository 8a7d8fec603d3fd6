/**
 * What issuance and presentation share: codes that must not be guessed, and members of JSON
 * documents.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.issuance;

import org.jspecify.annotations.NullMarked;
