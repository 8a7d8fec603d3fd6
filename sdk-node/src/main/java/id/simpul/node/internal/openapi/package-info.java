/** The OpenAPI 3.1 document made from the operations. */
@NullMarked
package id.simpul.node.internal.openapi;

import org.jspecify.annotations.NullMarked;
