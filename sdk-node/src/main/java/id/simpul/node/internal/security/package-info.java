/** Who calls, and what they may do. */
@NullMarked
package id.simpul.node.internal.security;

import org.jspecify.annotations.NullMarked;
