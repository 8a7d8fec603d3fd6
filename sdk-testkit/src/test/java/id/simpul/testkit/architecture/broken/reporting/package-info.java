/** A floor of the broken house. */
@NullMarked
package id.simpul.testkit.architecture.broken.reporting;

import org.jspecify.annotations.NullMarked;
