/** Flags over environment over file. */
@NullMarked
package id.simpul.node.internal.config;

import org.jspecify.annotations.NullMarked;
