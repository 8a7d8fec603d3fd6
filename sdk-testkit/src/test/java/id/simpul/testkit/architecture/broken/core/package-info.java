/** Breaks rules at the ground floor. */
@NullMarked
package id.simpul.testkit.architecture.broken.core;

import org.jspecify.annotations.NullMarked;
