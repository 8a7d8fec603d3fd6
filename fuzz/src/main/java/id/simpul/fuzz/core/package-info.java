/** Targets for the readers of {@code sdk-core}. */
@NullMarked
package id.simpul.fuzz.core;

import org.jspecify.annotations.NullMarked;
