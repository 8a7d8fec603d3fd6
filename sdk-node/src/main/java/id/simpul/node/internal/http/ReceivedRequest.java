package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.operation.UriTemplate;

/**
 * A request as it came off the socket, its operation already found.
 *
 * @param requestId the node's name for the exchange
 * @param method the method in capitals
 * @param target the request target as sent: path and query, encoded
 * @param match what the path matched
 * @param headers all fields
 * @param body the whole body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record ReceivedRequest(
    String requestId,
    String method,
    String target,
    UriTemplate.Match match,
    Headers headers,
    byte[] body) {

  /** The query string, encoded, without its question mark. */
  String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  @Override
  public String toString() {
    return requestId;
  }
}
