/**
 * ZXing's one door. The library is optional: a class here fails to link when it is absent, and the
 * callers say so.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.qr;

import org.jspecify.annotations.NullMarked;
