package id.simpul.health.internal.fhir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member a type may have.
 *
 * @param primitive what it holds, or null for an object
 * @param shape the type of the object, or null for a primitive and for a resource of any type
 * @param many whether it is a list
 * @param slot its place among the members of its type; choices of one value share it
 * @param codes the codes it is bound to, empty for any
 * @param system the code system of {@code codes} when a concept is bound, or null
 * @param targets the types of resource a reference may point at, empty for any
 */
record Member(
    @Nullable Primitive primitive,
    @Nullable Shape shape,
    boolean many,
    int slot,
    Set<String> codes,
    @Nullable String system,
    Set<String> targets) {}
