/**
 * Readers under hostile input: {@link id.simpul.fuzz.FuzzTargets} lists them, {@code fuzz/run}
 * feeds them.
 */
@NullMarked
package id.simpul.fuzz;

import org.jspecify.annotations.NullMarked;
