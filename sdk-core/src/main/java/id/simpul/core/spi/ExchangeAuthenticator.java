package id.simpul.core.spi;

import id.simpul.core.SimpulException;
import id.simpul.core.operation.Headers;
import java.net.URI;
import java.util.Objects;

/**
 * Signs requests and verifies their answers. Called once per attempt, on the final bytes, so that a
 * resent attempt gets a signature, a time and a nonce of its own. Must be thread-safe.
 */
public interface ExchangeAuthenticator {
  /**
   * Signs one attempt.
   *
   * @param request what is about to be sent
   * @return the fields to add, and the check its answer has to pass
   * @throws SimpulException when it cannot be signed; nothing is sent then
   */
  Attempt sign(Request request);

  /** One signed attempt. */
  interface Attempt {
    /**
     * The header fields to add to the request.
     *
     * @return the fields
     */
    Headers headers();

    /**
     * Verifies the answer to this attempt.
     *
     * @param response the answer, whole
     * @throws SimpulException when the answer cannot be trusted; the attempt may be repeated as
     *     {@link id.simpul.core.RetryPolicy} says, and the caller never gets the answer
     */
    void verify(Response response);
  }

  /**
   * A request as it goes on the wire. The body is not copied and must not be changed.
   *
   * @param method the method in capitals
   * @param target the absolute target URI
   * @param headers the fields so far
   * @param body the content, empty for none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  record Request(String method, URI target, Headers headers, byte[] body) {
    /** Checks that all members are given. */
    public Request {
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(headers, "headers");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return method + ", " + body.length + " bytes";
    }
  }

  /**
   * An answer as it came off the wire, before any decoding.
   *
   * @param status the HTTP status
   * @param headers its fields
   * @param body the content, empty for none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  record Response(int status, Headers headers, byte[] body) {
    /** Checks that all members are given. */
    public Response {
      Objects.requireNonNull(headers, "headers");
      Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
      return status + ", " + body.length + " bytes";
    }
  }
}
