package id.simpul.node.internal.http;

import id.simpul.core.operation.Violation;
import id.simpul.node.NodeLimits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Gathers a request's body up to the limit, and not a byte more. */
final class BodyCollector {
  private BodyCollector() {}

  /**
   * Gathers the body.
   *
   * @param request the request, none of whose body has been read
   * @return its bytes; fails with a 413 refusal past the limit
   */
  static Future<byte[]> collect(HttpServerRequest request) {
    String declared = request.getHeader("Content-Length");
    if (declared != null && tooLong(declared)) {
      return Future.failedFuture(tooLarge());
    }
    Promise<byte[]> done = Promise.promise();
    Buffer gathered = Buffer.buffer();
    // A sender who hangs up is nobody's failure but their own.
    request.exceptionHandler(gone -> done.tryFail(cutOff()));
    request.handler(chunk -> {
      if (gathered.length() + chunk.length() > NodeLimits.MAX_BODY_BYTES) {
        request.handler(null);
        done.tryFail(tooLarge());
      } else {
        gathered.appendBuffer(chunk);
      }
    });
    request.endHandler(end -> done.tryComplete(gathered.getBytes()));
    return done.future();
  }

  // Vert.x has refused lengths that are no numbers; a very long one is large all the same.
  private static boolean tooLong(String declared) {
    String digits = declared.strip();
    return digits.length() > 10 || Long.parseLong(digits) > NodeLimits.MAX_BODY_BYTES;
  }

  private static Refusal cutOff() {
    return Refusal.of(400, Violation.MALFORMED, "body", "the connection ended before the body did");
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        413, "length", "body", "at most " + NodeLimits.MAX_BODY_BYTES + " bytes are allowed");
  }
}
