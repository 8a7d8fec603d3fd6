/** The commands of the node's program, one class each. */
@NullMarked
package id.simpul.node.internal.cli;

import org.jspecify.annotations.NullMarked;
