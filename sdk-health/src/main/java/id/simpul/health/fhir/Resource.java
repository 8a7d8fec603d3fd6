package id.simpul.health.fhir;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Meta;
import id.simpul.health.fhir.type.Narrative;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resource of FHIR R4. It is examined once, when it is read or built: what is empty is gone from
 * it, what stood alone stands in its list, and {@link #problems} tells of that and of all that
 * breaks a rule.
 */
public abstract class Resource extends Element {
  private final List<FhirProblem> problems;

  Resource(Examined examined) {
    super(examined.json());
    this.problems = examined.problems();
  }

  /** The type of a kind of resource, whose values are examined as they are made. */
  static <T extends Resource> FhirType<T> type(String name, Function<Examined, T> constructor) {
    return new FhirType<>(name, new ResourceReader<>(name, constructor));
  }

  /**
   * Its kind, as it is written: {@code Immunization}.
   *
   * @return the name, empty when the resource has none
   */
  public final String resourceType() {
    return string("resourceType").orElse("");
  }

  /**
   * What was found when it was read.
   *
   * @return what was repaired, what FHIR does not know and what breaks a rule, in document order;
   *     empty for a clean resource
   */
  public final List<FhirProblem> problems() {
    return problems;
  }

  /**
   * What breaks a rule. A resource that has any of these cannot be built or written strictly. One
   * that was built to be contained and points at a sibling has {@code ref-1} until it stands beside
   * it: it can be built, and not be written by itself.
   *
   * @return the violations, in document order
   */
  public final List<Violation> violations() {
    return problems.stream()
        .filter(p -> p.kind() == FhirProblem.Kind.INVALID)
        .map(FhirProblem::toViolation)
        .toList();
  }

  /**
   * This resource, if it breaks no rule.
   *
   * @throws ValidationException with every violation
   */
  final void requireValid() {
    refuse(violations());
  }

  private void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new ValidationException(fhirType().name(), violations);
    }
  }

  /** What a builder must not make: what breaks a rule, and what was set to nothing. */
  private void requireBuilt() {
    boolean part = id().isPresent() && !json().members().containsKey("contained");
    refuse(
        problems.stream()
            .filter(p -> p.kind() == FhirProblem.Kind.INVALID || isEmptied(p))
            .filter(p -> !part || !p.code().equals(Examined.DANGLING))
            .map(FhirProblem::toViolation)
            .toList());
  }

  private static boolean isEmptied(FhirProblem problem) {
    return problem.kind() == FhirProblem.Kind.REPAIRED && problem.code().equals(Violation.REQUIRED);
  }

  @Override
  protected final boolean isOfItsType() {
    return this instanceof OtherResource || resourceType().equals(fhirType().name());
  }

  /**
   * Version, time of the last change, profiles and labels.
   *
   * @return the metadata
   */
  public final Optional<Meta> meta() {
    return get("meta", Meta.TYPE);
  }

  /**
   * The resource as text for people.
   *
   * @return the narrative
   */
  public final Optional<Narrative> text() {
    return get("text", Narrative.TYPE);
  }

  /**
   * Resources that live within this one.
   *
   * @return the resources, in order, each examined anew at every call; what they point at beside
   *     them is not looked for
   */
  public final List<Resource> contained() {
    return list("contained", Resources.PART);
  }

  /**
   * Makes resources of one kind.
   *
   * @param <T> what is made
   * @param <B> the builder itself
   */
  public abstract static class Builder<T extends Resource, B extends Builder<T, B>>
      extends ElementBuilder<T, B> {
    Builder(FhirType<T> type, JsonObject start) {
      super(
          type,
          new JsonObject(
              start.members().isEmpty()
                  ? Map.of("resourceType", new JsonString(type.name()))
                  : start.members()));
    }

    /**
     * Sets the id on the server; a create leaves it to the server.
     *
     * @param value 1 to 64 letters, digits, {@code -} and {@code .}
     * @return this
     */
    public B id(String value) {
      return set("id", value);
    }

    /**
     * Sets version, profiles and labels.
     *
     * @param value the metadata
     * @return this
     */
    public B meta(Meta value) {
      return set("meta", value);
    }

    /**
     * Sets the resource as text for people.
     *
     * @param value the narrative
     * @return this
     */
    public B text(Narrative value) {
      return set("text", value);
    }

    /**
     * Adds a resource that lives within this one.
     *
     * @param value the resource, with an id that a reference {@code #id} points at
     * @return this
     */
    public B addContained(Resource value) {
      return add("contained", value);
    }

    /**
     * Adds what changes the meaning of the resource.
     *
     * @param value the extension
     * @return this
     */
    public B addModifierExtension(Extension value) {
      return add("modifierExtension", value);
    }

    /**
     * Makes the resource. What was set to nothing, {@code ""} or an empty list, is refused as well:
     * a reader may leave it out, a builder would hide a mistake.
     *
     * @return an immutable resource that breaks no rule
     * @throws ValidationException with every violation, when it would break one
     */
    @Override
    public T build() {
      T made = super.build();
      ((Resource) made).requireBuilt();
      return made;
    }
  }
}
