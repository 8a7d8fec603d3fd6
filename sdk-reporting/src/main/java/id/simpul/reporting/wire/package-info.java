/**
 * Open311 GeoReport v2 on the wire, and what Simpul adds to it: operations, their inputs and their
 * formats, for clients and for servers.
 *
 * <p>Members a document holds beyond the standard's are kept and written back ({@code extra()} of
 * the values), but for those that say who filed a report, which no report ever carries. In XML they
 * follow the Spark convention: text is a string, an empty element {@code null}, an element with
 * children an object, repeated elements an array. What that convention cannot hold is lost on the
 * way: attributes of elements, text beside elements, the order of differing elements. From JSON to
 * XML and back, numbers and booleans become strings, an array of one becomes its item, an empty
 * array vanishes, and so does a member whose name is no XML name of ASCII characters.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.reporting.wire;

import org.jspecify.annotations.NullMarked;
