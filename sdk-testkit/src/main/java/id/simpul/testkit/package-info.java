/**
 * For the tests of an application: a real node in the same process, with clock, keys and data under
 * the test's control, and people who do not exist. Never for production.
 *
 * <p>Start with {@link id.simpul.testkit.TestNode}, or with {@link
 * id.simpul.testkit.TestNodeExtension} in JUnit. Unless a method says so, a null argument throws
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.testkit;

import org.jspecify.annotations.NullMarked;
