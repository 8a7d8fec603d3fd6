/** Where others may not look. */
@NullMarked
package id.simpul.testkit.architecture.broken.core.internal;

import org.jspecify.annotations.NullMarked;
