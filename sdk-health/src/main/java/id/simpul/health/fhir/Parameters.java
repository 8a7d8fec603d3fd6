package id.simpul.health.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.FhirType;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.fhir.Examined;
import java.util.List;
import java.util.Optional;

/** Input or output of an operation (section 2.37). */
public final class Parameters extends Resource {
  /** Its type. */
  public static final FhirType<Parameters> TYPE = type("Parameters", Parameters::new);

  private Parameters(Examined examined) {
    super(examined);
  }

  /**
   * Starts a Parameters.
   *
   * @return an empty builder
   */
  public static Builder builder() {
    return new Builder(JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of this, with what Simpul does not know.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(json());
  }

  @Override
  public FhirType<Parameters> fhirType() {
    return TYPE;
  }

  /** {@return the parameters, in order} */
  public List<Parameter> parameter() {
    return list("parameter", Parameter.TYPE);
  }

  /**
   * The first parameter of a name.
   *
   * @param name the name
   * @return the parameter
   */
  public Optional<Parameter> parameter(String name) {
    return parameter().stream().filter(p -> p.name().equals(Optional.of(name))).findFirst();
  }

  /** A parameter. */
  public static final class Parameter extends Element {
    /** Its type. */
    public static final FhirType<Parameter> TYPE =
        new FhirType<>("Parameters.parameter", Parameter::new);

    private Parameter(JsonObject json) {
      super(json);
    }

    /**
     * A parameter that is a text.
     *
     * @param name its name
     * @param value the text
     * @return the parameter
     */
    public static Parameter ofString(String name, String value) {
      return ElementBuilder.of(TYPE).set("name", name).set("valueString", value).build();
    }

    /**
     * A parameter that is a resource.
     *
     * @param name its name
     * @param value the resource
     * @return the parameter
     */
    public static Parameter of(String name, Resource value) {
      return ElementBuilder.of(TYPE).set("name", name).set("resource", value).build();
    }

    /**
     * A parameter of any other type.
     *
     * @param name its name
     * @param member the member for its type, {@code valueReference}
     * @param value the value
     * @return the parameter
     */
    public static Parameter of(String name, String member, Element value) {
      return ElementBuilder.of(TYPE).set("name", name).set(member, value).build();
    }

    @Override
    public FhirType<Parameter> fhirType() {
      return TYPE;
    }

    /** {@return its name} */
    public Optional<String> name() {
      return string("name");
    }

    /** {@return its value, a text} */
    public Optional<String> valueString() {
      return string("valueString");
    }

    /** {@return its value, a code} */
    public Optional<String> valueCode() {
      return string("valueCode");
    }

    /** {@return its value, a URI} */
    public Optional<String> valueUri() {
      return string("valueUri");
    }

    /** {@return its value, a whole number} */
    public Optional<Integer> valueInteger() {
      return integer("valueInteger");
    }

    /** {@return its value, a boolean} */
    public Optional<Boolean> valueBoolean() {
      return flag("valueBoolean");
    }

    /** {@return its value, a date and time} */
    public Optional<FhirDateTime> valueDateTime() {
      return dateTime("valueDateTime");
    }

    /** {@return its value, an instant} */
    public Optional<FhirInstant> valueInstant() {
      return instant("valueInstant");
    }

    /** {@return its value, a reference} */
    public Optional<Reference> valueReference() {
      return get("valueReference", Reference.TYPE);
    }

    /** {@return its value, a resource, examined anew} */
    public Optional<Resource> resource() {
      return get("resource", Resources.ANY);
    }

    /** {@return its parts} */
    public List<Parameter> part() {
      return list("part", Parameter.TYPE);
    }
  }

  /**
   * Makes a Parameters. The setters take the members' names in the standard; with {@code add}
   * before the name, they append one value to its list.
   */
  public static final class Builder extends Resource.Builder<Parameters, Builder> {
    private Builder(JsonObject start) {
      super(TYPE, start);
    }

    /**
     * Adds to parameter.
     *
     * @param value the parameters, in order
     * @return this
     */
    public Builder addParameter(Parameter value) {
      return add("parameter", value);
    }
  }
}
