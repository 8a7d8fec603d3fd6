/** A floor of the broken house. */
@NullMarked
package id.simpul.testkit.architecture.broken.health;

import org.jspecify.annotations.NullMarked;
