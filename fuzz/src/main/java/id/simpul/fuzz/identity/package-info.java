/** Targets for the readers of {@code sdk-identity}. */
@NullMarked
package id.simpul.fuzz.identity;

import org.jspecify.annotations.NullMarked;
