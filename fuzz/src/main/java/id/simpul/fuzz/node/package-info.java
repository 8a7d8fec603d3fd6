/** Targets for what a node reads from the network and from its operator. */
@NullMarked
package id.simpul.fuzz.node;

import org.jspecify.annotations.NullMarked;
