/** No floor at all. */
@NullMarked
package id.simpul.testkit.architecture.broken.attic;

import org.jspecify.annotations.NullMarked;
