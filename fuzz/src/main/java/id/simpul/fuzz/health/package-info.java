/** Targets for the documents of {@code sdk-health}. */
@NullMarked
package id.simpul.fuzz.health;

import org.jspecify.annotations.NullMarked;
