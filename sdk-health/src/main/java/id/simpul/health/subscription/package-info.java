/**
 * Notifications of subscriptions (Subscriptions R5 Backport 1.1 for FHIR R4): what is new in one,
 * and what was lost on the way.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.subscription;

import org.jspecify.annotations.NullMarked;
