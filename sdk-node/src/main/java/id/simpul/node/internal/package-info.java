/** How a node's parts are put together. */
@NullMarked
package id.simpul.node.internal;

import org.jspecify.annotations.NullMarked;
