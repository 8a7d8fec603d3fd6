/**
 * The layers of a health certificate: Base45, zlib, CWT and the payload of the EU.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.hcert;

import org.jspecify.annotations.NullMarked;
