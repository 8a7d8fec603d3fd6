/** The node as an entity of the federation: its keys, its statements and those below it. */
@NullMarked
package id.simpul.node.internal.federation;

import org.jspecify.annotations.NullMarked;
