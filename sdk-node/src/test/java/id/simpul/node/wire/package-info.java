/** Reads the golden transcripts of the folder {@code wire}, as node and as client. */
@NullMarked
package id.simpul.node.wire;

import org.jspecify.annotations.NullMarked;
