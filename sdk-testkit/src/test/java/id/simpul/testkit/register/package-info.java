/** What is stable stands in {@code docs/register.md}, and nothing else does. */
@NullMarked
package id.simpul.testkit.register;

import org.jspecify.annotations.NullMarked;
