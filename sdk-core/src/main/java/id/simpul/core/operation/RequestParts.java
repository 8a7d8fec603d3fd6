package id.simpul.core.operation;

import java.util.Map;
import java.util.Objects;

/**
 * A request taken apart: what a client is about to send, or a node has received. {@code toString}
 * shows no value.
 *
 * @param path values of the template's variables, unencoded
 * @param query the query string
 * @param headers header fields that belong to the operation, such as {@code Accept-Language}
 * @param body the content
 */
public record RequestParts(Map<String, String> path, Params query, Headers headers, Body body) {
  /** Copies the path variables. */
  public RequestParts {
    path = Map.copyOf(path);
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /**
   * A request with nothing but a query string.
   *
   * @param query the query string
   * @return the parts
   */
  public static RequestParts query(Params query) {
    return new RequestParts(Map.of(), query, Headers.EMPTY, Body.NONE);
  }

  /**
   * These parts with other headers.
   *
   * @param other the new headers
   * @return a copy
   */
  public RequestParts withHeaders(Headers other) {
    return new RequestParts(path, query, other, body);
  }

  /**
   * These parts with another body.
   *
   * @param other the new body
   * @return a copy
   */
  public RequestParts withBody(Body other) {
    return new RequestParts(path, query, headers, other);
  }

  /**
   * The form fields.
   *
   * @return the fields, empty when the body is not a form
   */
  public Params form() {
    return body instanceof Body.Form form ? form.fields() : Params.EMPTY;
  }

  @Override
  public String toString() {
    return "path " + path.keySet() + ", query " + query + ", headers " + headers;
  }
}
