/**
 * Open311 GeoReport v2 on the wire, and what Simpul adds to it: operations, their inputs and their
 * formats, for clients and for servers.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.reporting.wire;

import org.jspecify.annotations.NullMarked;
