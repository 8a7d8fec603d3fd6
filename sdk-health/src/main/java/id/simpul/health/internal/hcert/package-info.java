/**
 * What a health certificate is wrapped in: Base45 and a compressed stream.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.hcert;

import org.jspecify.annotations.NullMarked;
