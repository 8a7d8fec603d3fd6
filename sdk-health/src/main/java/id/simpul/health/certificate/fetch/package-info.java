/**
 * Fetching what verifiers of health certificates need: keys and revoked cards of issuers of SMART
 * Health Cards, and trust lists. Nothing is fetched from an address the caller did not list, and
 * nothing that is fetched takes the place of what is in use before it was read.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.certificate.fetch;

import org.jspecify.annotations.NullMarked;
