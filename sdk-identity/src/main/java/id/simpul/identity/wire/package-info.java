/**
 * The federation, status lists, issuance and presentation of credentials, and a node's own
 * operations for the latter two, on the wire: operations, their inputs and their formats, and the
 * links that stand in QR codes, for clients and for servers. What comes out of them is a token,
 * offer, request or answer that nobody has verified.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.wire;

import org.jspecify.annotations.NullMarked;
