/** A floor of the broken house. */
@NullMarked
package id.simpul.testkit.architecture.broken.identity;

import org.jspecify.annotations.NullMarked;
