/** The booking of vaccinations, and the publishing of their slots. */
@NullMarked
package id.simpul.node.internal.booking;

import org.jspecify.annotations.NullMarked;
