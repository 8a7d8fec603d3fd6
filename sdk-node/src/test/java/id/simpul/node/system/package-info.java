/** The whole node, from outside: sockets, processes, signals, a full disk. */
@NullMarked
package id.simpul.node.system;

import org.jspecify.annotations.NullMarked;
