/** Tests of what a node does with credentials. */
@NullMarked
package id.simpul.node.internal.credential;

import org.jspecify.annotations.NullMarked;
