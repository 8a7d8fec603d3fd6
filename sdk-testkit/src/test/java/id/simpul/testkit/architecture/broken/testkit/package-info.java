/** A floor of the broken house. */
@NullMarked
package id.simpul.testkit.architecture.broken.testkit;

import org.jspecify.annotations.NullMarked;
