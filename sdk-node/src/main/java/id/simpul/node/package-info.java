/**
 * The node a region runs: {@link id.simpul.node.SimpulNode} in a program, {@code
 * id.simpul.node.Main} from the command line.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node;

import org.jspecify.annotations.NullMarked;
