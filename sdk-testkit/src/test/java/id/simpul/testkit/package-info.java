/** What the testkit promises, and a test as an application would write it. */
@NullMarked
package id.simpul.testkit;

import org.jspecify.annotations.NullMarked;
