package id.simpul.core;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.value.Secret;

/**
 * Adds what proves the caller's right to a request, before it is encoded and signed. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface ClientAuth {
  /** Adds nothing. */
  ClientAuth NONE = (operation, parts) -> parts;

  /**
   * Adds the credential to one request.
   *
   * @param operation the operation called
   * @param parts the request so far
   * @return the request with the credential
   */
  RequestParts authenticate(Operation<?, ?> operation, RequestParts parts);

  /**
   * An Open311 API key: the field {@code api_key} of every form (GeoReport v2, POST Service
   * Request). Requests without a form go without the key, because reading needs none.
   *
   * @param key the key
   * @return the credential
   */
  static ClientAuth apiKey(Secret key) {
    return (operation, parts) ->
        parts.body() instanceof Body.Form form
            ? parts.withBody(
                new Body.Form(form.fields().with("api_key", key.reveal()), form.files()))
            : parts;
  }

  /**
   * A bearer token in {@code Authorization} (RFC 6750, section 2.1) on every request.
   *
   * @param token the token
   * @return the credential
   */
  static ClientAuth bearer(Secret token) {
    return (operation, parts) ->
        parts.withHeaders(parts.headers().with("Authorization", "Bearer " + token.reveal()));
  }
}
