/**
 * SMART Health Links: a code that leads to encrypted files. Links are read and made here, files
 * encrypted and opened, and what a link leads to is fetched.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.certificate.link;

import org.jspecify.annotations.NullMarked;
