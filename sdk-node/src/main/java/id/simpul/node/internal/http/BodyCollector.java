package id.simpul.node.internal.http;

import id.simpul.core.operation.Violation;
import id.simpul.node.NodeLimits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Gathers a request's body up to the limit and not a byte more, and not for ever. */
final class BodyCollector {
  private BodyCollector() {}

  /**
   * Gathers the body.
   *
   * @param request the request, none of whose body has been read
   * @param share what the request may hold
   * @param vertx for the time limit
   * @return its bytes; fails with a 413, 408 or 503 refusal past a limit
   */
  static Future<byte[]> collect(HttpServerRequest request, BodyBudget.Share share, Vertx vertx) {
    String declared = request.getHeader("Content-Length");
    if (declared != null && tooLong(declared)) {
      return Future.failedFuture(tooLarge());
    }
    Promise<byte[]> done = Promise.promise();
    Buffer gathered = Buffer.buffer();
    long timer =
        vertx.setTimer(NodeLimits.BODY_TIMEOUT.toMillis(), late -> done.tryFail(tooSlow()));
    // A sender who hangs up is nobody's failure but their own.
    request.exceptionHandler(gone -> done.tryFail(cutOff()));
    request.handler(chunk -> {
      if (done.future().isComplete()) {
        return;
      }
      if (gathered.length() + chunk.length() > NodeLimits.MAX_BODY_BYTES) {
        done.tryFail(tooLarge());
      } else if (!share.take(chunk.length())) {
        done.tryFail(busy());
      } else {
        gathered.appendBuffer(chunk);
      }
    });
    request.endHandler(end -> done.tryComplete(gathered.getBytes()));
    return done.future().onComplete(ended -> vertx.cancelTimer(timer));
  }

  // Vert.x has refused lengths that are no numbers; a very long one is large all the same.
  private static boolean tooLong(String declared) {
    String digits = declared.strip();
    return digits.length() > 10 || Long.parseLong(digits) > NodeLimits.MAX_BODY_BYTES;
  }

  private static Refusal cutOff() {
    return Refusal.of(400, Violation.MALFORMED, "body", "the connection ended before the body did");
  }

  private static Refusal tooSlow() {
    return Refusal.of(
        408,
        "timeout",
        "body",
        "did not arrive within " + NodeLimits.BODY_TIMEOUT.toSeconds() + " s");
  }

  private static Refusal busy() {
    return Refusal.of(503, Violation.BUSY, "body", "the node holds too much at once; try again")
        .with("Retry-After", "1");
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        413, "length", "body", "at most " + NodeLimits.MAX_BODY_BYTES + " bytes are allowed");
  }
}
