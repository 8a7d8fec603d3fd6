/** The rules of the house: what may import what, where a library may be used, what is public. */
@NullMarked
package id.simpul.testkit.architecture;

import org.jspecify.annotations.NullMarked;
