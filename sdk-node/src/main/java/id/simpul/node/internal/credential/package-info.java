/** Issues and verifies residents' credentials over HTTP. */
@NullMarked
package id.simpul.node.internal.credential;

import org.jspecify.annotations.NullMarked;
