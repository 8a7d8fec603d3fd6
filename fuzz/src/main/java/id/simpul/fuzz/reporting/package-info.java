/** Targets for the documents and inputs of {@code sdk-reporting}. */
@NullMarked
package id.simpul.fuzz.reporting;

import org.jspecify.annotations.NullMarked;
