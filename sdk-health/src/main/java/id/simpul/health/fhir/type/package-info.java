/**
 * The data types of FHIR R4: identifiers, names, codes, quantities, dates and the rest of what
 * resources are made of.
 *
 * <p>A value is an immutable piece of JSON with typed accessors. What has no accessor of its own is
 * reached by its name in the standard: {@link Element#string}, {@link Element#get}, {@link
 * Element#list} and their kin to read, {@link ElementBuilder#set} and {@link ElementBuilder#add} to
 * write. Members and extensions nobody here knows stay where they were.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}. All values are safe for use by several threads; builders are not.
 */
@NullMarked
package id.simpul.health.fhir.type;

import org.jspecify.annotations.NullMarked;
