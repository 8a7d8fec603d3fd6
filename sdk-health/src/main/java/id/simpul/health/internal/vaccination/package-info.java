/**
 * Inner workings of vaccination: the rules of what is typed, and SMART Scheduling Links.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}.
 */
@NullMarked
package id.simpul.health.internal.vaccination;

import org.jspecify.annotations.NullMarked;
