/**
 * Behind the client of SATUSEHAT: tokens, pace, calls and safe writes.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.satusehat;

import org.jspecify.annotations.NullMarked;
