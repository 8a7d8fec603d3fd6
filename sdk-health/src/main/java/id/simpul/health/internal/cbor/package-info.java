/**
 * CBOR (RFC 8949): a strict reader with limits and a writer of the one deterministic form.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.internal.cbor;

import org.jspecify.annotations.NullMarked;
