package id.simpul.identity.http;

import id.simpul.core.operation.Headers;

/** A request that was signed. Immutable. */
public final class SignedRequest {
  private final Headers headers;
  private final RequestBinding binding;

  SignedRequest(Headers headers, RequestBinding binding) {
    this.headers = headers;
    this.binding = binding;
  }

  /**
   * The fields to add to the request, and nothing else may be changed: {@code Content-Digest} when
   * there is content and no such field yet, {@code Signature-Input} and {@code Signature}.
   *
   * @return the fields
   */
  public Headers headers() {
    return headers;
  }

  /**
   * What the answer has to be bound to.
   *
   * @return the binding
   */
  public RequestBinding binding() {
    return binding;
  }
}
