package id.simpul.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one exchange looks on the wire. Data only: no authentication, no timeout, no handler. The
 * typed client, its asynchronous and raw views, the retry policy, the node's router, metric names
 * and the OpenAPI document all read this one value. Immutable and thread-safe.
 *
 * @param <I> what the caller gives
 * @param <O> what the caller gets
 */
public final class Operation<I, O> {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)+");

  private final String id;
  private final String summary;
  private final Method method;
  private final UriTemplate path;
  private final Effect effect;
  private final Input<I> input;
  private final List<Format<O>> output;
  private final List<ErrorFormat> errors;
  private final List<Outcome> failures;

  private Operation(Builder<I, O> b, Input<I> input) {
    this.id = b.id;
    this.summary = b.summary;
    this.method = b.method;
    this.path = b.path;
    this.effect = b.effect;
    this.input = input;
    this.output = List.copyOf(b.output);
    this.errors = List.copyOf(b.errors);
    this.failures = List.copyOf(b.failures);
    if (output.isEmpty() || errors.isEmpty()) {
      throw new IllegalArgumentException(id + " needs an output and an error format");
    }
    if (path.suffixed() && output.stream().anyMatch(f -> f.suffix().isEmpty())) {
      throw new IllegalArgumentException(id + " has a path whose suffix chooses the format");
    }
  }

  /**
   * Starts a description.
   *
   * @param id a stable dotted name; operationId, metric and log key
   * @param method the HTTP method
   * @param path the path below the endpoint, as {@link UriTemplate} reads it; {@code ""} when the
   *     endpoint is the operation's own, as endpoints in metadata are
   * @param <I> what the caller gives
   * @param <O> what the caller gets
   * @return a builder
   */
  public static <I, O> Builder<I, O> builder(String id, Method method, String path) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("Not an operation id: " + id);
    }
    return new Builder<>(id, method, UriTemplate.parse(path));
  }

  /**
   * The stable name, for example {@code georeport.v2.requests.create}.
   *
   * @return operationId, metric and log key
   */
  public String id() {
    return id;
  }

  /**
   * What it does.
   *
   * @return one sentence for documents
   */
  public String summary() {
    return summary;
  }

  /**
   * The HTTP method.
   *
   * @return the method
   */
  public Method method() {
    return method;
  }

  /**
   * The path below the endpoint.
   *
   * @return the template
   */
  public UriTemplate path() {
    return path;
  }

  /**
   * What repeating it does.
   *
   * @return the effect
   */
  public Effect effect() {
    return effect;
  }

  /**
   * What the request carries.
   *
   * @return the input
   */
  public Input<I> input() {
    return input;
  }

  /**
   * The formats of the answer.
   *
   * @return at least one; the first is the default
   */
  public List<Format<O>> output() {
    return output;
  }

  /**
   * The formats of an error.
   *
   * @return at least one; the first is the default
   */
  public List<ErrorFormat> errors() {
    return errors;
  }

  /**
   * The ways it can fail, as the contract names them.
   *
   * @return the outcomes, by status
   */
  public List<Outcome> failures() {
    return failures;
  }

  /**
   * The output format a suffix chooses.
   *
   * @param suffix the suffix without its dot
   * @return the format, or empty when there is none
   */
  public Optional<Format<O>> outputFor(String suffix) {
    for (Format<O> format : output) {
      if (suffix.equals(format.suffix().orElse(null))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * The error format that goes with a suffix.
   *
   * @param suffix the suffix without its dot; {@code ""} or an unknown one gives the default
   * @return the format
   */
  public ErrorFormat errorsFor(String suffix) {
    for (ErrorFormat format : errors) {
      if (suffix.equals(format.suffix().orElse(null))) {
        return format;
      }
    }
    return errors.get(0);
  }

  @Override
  public String toString() {
    return id;
  }

  /**
   * Describes an operation. Not thread-safe.
   *
   * @param <I> what the caller gives
   * @param <O> what the caller gets
   */
  public static final class Builder<I, O> {
    private final String id;
    private final Method method;
    private final UriTemplate path;
    private final List<Format<O>> output = new ArrayList<>();
    private final List<ErrorFormat> errors = new ArrayList<>();
    private final List<Outcome> failures = new ArrayList<>();
    private String summary = "";
    private Effect effect = Effect.SAFE;

    private Builder(String id, Method method, UriTemplate path) {
      this.id = id;
      this.method = Objects.requireNonNull(method, "method");
      this.path = path;
    }

    /**
     * Says what it does.
     *
     * @param sentence one sentence
     * @return this
     */
    public Builder<I, O> summary(String sentence) {
      this.summary = Objects.requireNonNull(sentence, "sentence");
      return this;
    }

    /**
     * Says what repeating it does; {@link Effect#SAFE} unless said.
     *
     * @param value the effect
     * @return this
     */
    public Builder<I, O> effect(Effect value) {
      this.effect = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Adds a format of the answer; the first added is the default.
     *
     * @param format the format
     * @return this
     */
    public Builder<I, O> output(Format<O> format) {
      output.add(format);
      return this;
    }

    /**
     * Sets the formats of an error.
     *
     * @param formats at least one; the first is the default
     * @return this
     */
    public Builder<I, O> errors(List<? extends ErrorFormat> formats) {
      errors.clear();
      errors.addAll(formats);
      return this;
    }

    /**
     * Adds a way it can fail.
     *
     * @param status the HTTP status
     * @param when when it happens, one sentence
     * @return this
     */
    public Builder<I, O> fails(int status, String when) {
      failures.add(new Outcome(status, when));
      return this;
    }

    /**
     * Ends the description.
     *
     * @param input what the request carries
     * @return the operation
     */
    public Operation<I, O> input(Input<I> input) {
      return new Operation<>(this, Objects.requireNonNull(input, "input"));
    }
  }
}
