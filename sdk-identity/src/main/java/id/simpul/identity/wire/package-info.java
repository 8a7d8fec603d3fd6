/**
 * The federation and status lists on the wire: operations, their inputs and their formats, for
 * clients and for servers. What comes out of them is a token nobody has verified.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.wire;

import org.jspecify.annotations.NullMarked;
