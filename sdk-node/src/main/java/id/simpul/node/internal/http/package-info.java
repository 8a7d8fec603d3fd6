/**
 * From bytes on a socket to an operation's handler and back; the only package that knows Vert.x.
 */
@NullMarked
package id.simpul.node.internal.http;

import org.jspecify.annotations.NullMarked;
