package id.simpul.reporting;

import id.simpul.core.format.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A question a {@link Service} asks beyond the common fields (GeoReport v2, GET Service
 * Definition).
 */
public final class Attribute {
  private final String code;
  private final Datatype datatype;
  private final boolean variable;
  private final boolean required;
  private final @Nullable String datatypeDescription;
  private final @Nullable Integer order;
  private final @Nullable String description;
  private final List<AttributeValue> values;
  private final JsonObject extra;

  private Attribute(Builder b) {
    this.code = b.code;
    this.datatype = b.datatype;
    this.variable = b.variable;
    this.required = b.required;
    this.datatypeDescription = b.datatypeDescription;
    this.order = b.order;
    this.description = b.description;
    this.values = List.copyOf(b.values);
    this.extra = b.extra;
  }

  /**
   * Starts an attribute.
   *
   * @param code its code, unique in its definition
   * @param datatype what an answer looks like
   * @return a builder
   */
  public static Builder builder(String code, Datatype datatype) {
    return new Builder(code, datatype);
  }

  /**
   * A builder that holds these values.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder b = new Builder(code, datatype);
    b.variable = variable;
    b.required = required;
    b.datatypeDescription = datatypeDescription;
    b.order = order;
    b.description = description;
    b.values.addAll(values);
    b.extra = extra;
    return b;
  }

  /**
   * Its code, under which the answer is submitted.
   *
   * @return unique in its definition
   */
  public String code() {
    return code;
  }

  /**
   * What an answer looks like.
   *
   * @return the datatype
   */
  public Datatype datatype() {
    return datatype;
  }

  /**
   * Whether an answer is wanted at all; otherwise the description is all there is to it.
   *
   * @return false for a text that is only shown
   */
  public boolean variable() {
    return variable;
  }

  /**
   * Whether a submission without an answer is refused.
   *
   * @return true when an answer must be given
   */
  public boolean required() {
    return required;
  }

  /**
   * What an answer looks like, in words.
   *
   * @return a text for people, or empty
   */
  public Optional<String> datatypeDescription() {
    return Optional.ofNullable(datatypeDescription);
  }

  /**
   * Its place among the questions.
   *
   * @return 1 for the first, or empty
   */
  public OptionalInt order() {
    return order == null ? OptionalInt.empty() : OptionalInt.of(order);
  }

  /**
   * The question itself.
   *
   * @return a text for people, or empty
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * The answers to choose from, for the two list datatypes.
   *
   * @return the answers, possibly none
   */
  public List<AttributeValue> values() {
    return values;
  }

  /**
   * Members this version does not know, as they came. Written back as they are, unless they carry a
   * name this version writes itself.
   *
   * @return the members, possibly none
   */
  public JsonObject extra() {
    return extra;
  }

  private List<Object> state() {
    return List.of(
        code,
        datatype,
        variable,
        required,
        datatypeDescription(),
        order(),
        description(),
        values,
        extra);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Attribute other && state().equals(other.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }

  @Override
  public String toString() {
    return "Attribute[" + code + "]";
  }

  /** Collects an attribute. Not thread-safe. */
  public static final class Builder {
    private final String code;
    private final Datatype datatype;
    private boolean variable = true;
    private boolean required;
    private @Nullable String datatypeDescription;
    private @Nullable Integer order;
    private @Nullable String description;
    private final List<AttributeValue> values = new ArrayList<>();
    private JsonObject extra = JsonObject.EMPTY;

    private Builder(String code, Datatype datatype) {
      this.code = Objects.requireNonNull(code, "code");
      this.datatype = Objects.requireNonNull(datatype, "datatype");
    }

    /**
     * Whether an answer is wanted at all. Default: true.
     *
     * @param value whether it is so
     * @return this
     */
    public Builder variable(boolean value) {
      this.variable = value;
      return this;
    }

    /**
     * Whether a submission without an answer is refused. Default: false.
     *
     * @param value whether it is so
     * @return this
     */
    public Builder required(boolean value) {
      this.required = value;
      return this;
    }

    /**
     * What an answer looks like, in words. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder datatypeDescription(@Nullable String value) {
      this.datatypeDescription = Texts.orNull(value);
      return this;
    }

    /**
     * Its place among the questions, 1 for the first. Default: none.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder order(@Nullable Integer value) {
      this.order = value;
      return this;
    }

    /**
     * The question itself. Default: nothing is said.
     *
     * @param value the value, or null for none
     * @return this
     */
    public Builder description(@Nullable String value) {
      this.description = Texts.orNull(value);
      return this;
    }

    /**
     * The answers to choose from. Default: none.
     *
     * @param items the values, in order
     * @return this
     */
    public Builder values(List<AttributeValue> items) {
      values.clear();
      values.addAll(items);
      return this;
    }

    /**
     * Members this version does not know. Default: none.
     *
     * @param value the members
     * @return this
     */
    public Builder extra(JsonObject value) {
      this.extra = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the immutable value
     */
    public Attribute build() {
      return new Attribute(this);
    }
  }
}
