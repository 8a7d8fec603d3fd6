/** Citizen reports: what is offered, what was submitted, what became of it. */
@NullMarked
package id.simpul.node.internal.reporting;

import org.jspecify.annotations.NullMarked;
