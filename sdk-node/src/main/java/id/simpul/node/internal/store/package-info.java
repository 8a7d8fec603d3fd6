/**
 * The durable event log of a node: what happened, in order, chained by digests, with the index that
 * lists reports, the keys that keep a request from counting twice, and citizens' identities kept
 * apart so that they can be erased.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node.internal.store;

import org.jspecify.annotations.NullMarked;
