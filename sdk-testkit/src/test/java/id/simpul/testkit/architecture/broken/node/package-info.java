/** A floor of the broken house. */
@NullMarked
package id.simpul.testkit.architecture.broken.node;

import org.jspecify.annotations.NullMarked;
