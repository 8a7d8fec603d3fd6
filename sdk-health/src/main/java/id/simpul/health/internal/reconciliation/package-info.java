/** The bytes, keys and spellings that {@link id.simpul.health.reconciliation} stands on. */
@NullMarked
package id.simpul.health.internal.reconciliation;

import org.jspecify.annotations.NullMarked;
