/**
 * What {@link id.simpul.examples.TwoCities} is made of: the data, the nodes as processes, the
 * chapters of its story, and the tally at its end.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.examples.twocities;

import org.jspecify.annotations.NullMarked;
