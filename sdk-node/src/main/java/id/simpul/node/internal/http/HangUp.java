package id.simpul.node.internal.http;

import id.simpul.node.NodeLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Ends a connection after a refusal whose request was not read to its end. Closing at once would
 * reset the connection under a sender who is still sending, and the answer would be lost with it;
 * so what comes is thrown away for a while first.
 */
final class HangUp {
  private HangUp() {}

  static void after(HttpServerRequest request, HttpServerResponse response, Vertx vertx) {
    HttpConnection connection = request.connection();
    response.endHandler(ended -> {
      if (request.isEnded()) {
        connection.close();
        return;
      }
      long timer = vertx.setTimer(NodeLimits.HANG_UP_AFTER.toMillis(), late -> connection.close());
      request.handler(unread -> {});
      request.endHandler(read -> {
        vertx.cancelTimer(timer);
        connection.close();
      });
    });
  }
}
