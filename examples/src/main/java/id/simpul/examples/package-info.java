/**
 * Programs that show the SDK at work: {@link id.simpul.examples.QuickStart} in ten lines, {@link
 * id.simpul.examples.TwoCities} with two nodes and everything that can go wrong between them.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.examples;

import org.jspecify.annotations.NullMarked;
