/** Health records over FHIR R4. */
@NullMarked
package id.simpul.node.internal.fhir;

import org.jspecify.annotations.NullMarked;
