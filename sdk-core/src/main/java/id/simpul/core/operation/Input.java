package id.simpul.core.operation;

import java.util.List;
import java.util.Optional;

/**
 * What a request of an operation carries and how: the client writes it, the node reads it, the
 * OpenAPI document lists it. Immutable and thread-safe.
 *
 * @param <I> the value
 */
public interface Input<I> {
  /**
   * The values a request may carry in path, query and form.
   *
   * @return the parameters, in the order documents show them
   */
  List<Parameter> parameters();

  /**
   * The media types of the body; the client sends the first.
   *
   * @return the types a node takes, empty when there is no body
   */
  List<MediaType> bodies();

  /**
   * The schema a JSON body keeps.
   *
   * @return the schema, or empty when the body is not JSON
   */
  Optional<SchemaId> schema();

  /**
   * Takes a value apart.
   *
   * @param value the value
   * @return the parts
   */
  RequestParts write(I value);

  /**
   * Puts a value together.
   *
   * @param parts the parts; path variables are always present
   * @return the value, or every violation at once
   */
  Reading<I> read(RequestParts parts);
}
