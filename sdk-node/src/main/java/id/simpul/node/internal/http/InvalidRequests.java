package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorReport;
import id.simpul.node.NodeLimits;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is not HTTP, or too long to be read as HTTP, and closes the connection. */
final class InvalidRequests {
  private InvalidRequests() {}

  /**
   * Answers and closes.
   *
   * @param request what could be read; of a request line that was too long, no path
   * @param routes what is served, for the form of the error
   */
  static void answer(HttpServerRequest request, RouteTable routes) {
    Answer answer =
        Answer.error(
            NodeHandler.errorsAt(routes, request), report(request.decoderResult().cause()));
    request.response().setStatusCode(answer.status());
    answer.headers().fields().forEach(f -> request.response().putHeader(f.name(), f.value()));
    request
        .response()
        .putHeader("Connection", "close")
        .end(Buffer.buffer(answer.body()))
        .onComplete(done -> request.connection().close());
  }

  private static ErrorReport report(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return ErrorReport.of(
          414, "A request target has at most " + NodeLimits.MAX_URL_LENGTH + " characters");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return ErrorReport.of(
          431, "Header fields have at most " + NodeLimits.MAX_HEADER_BYTES + " bytes together");
    }
    return ErrorReport.of(400, "This is not an HTTP request");
  }
}
