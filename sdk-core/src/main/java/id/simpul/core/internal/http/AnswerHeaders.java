package id.simpul.core.internal.http;

import id.simpul.core.operation.Headers;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Header fields on their way from OkHttp. */
final class AnswerHeaders {
  /** The field in which a node names an exchange. */
  static final String REQUEST_ID = "X-Request-Id";

  /** The longest request id that is passed on; a longer one counts as none. */
  static final int MAX_REQUEST_ID_LENGTH = 128;

  private AnswerHeaders() {}

  /** All fields of an answer, in order. */
  static Headers of(okhttp3.Headers from) throws ProtocolException {
    int size = from.size();
    List<Headers.Field> fields = new ArrayList<>(size);
    try {
      for (int i = 0; i < size; i++) {
        String name = from.name(i);
        boolean held = name.equals(SendMarker.HELD_RETRY_AFTER);
        fields.add(new Headers.Field(held ? SendMarker.RETRY_AFTER : name, from.value(i)));
      }
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a header field holds a line break or NUL");
    }
    return Headers.of(fields);
  }

  /**
   * The node's name for the exchange. It goes into messages and logs, so only what cannot break
   * them is let through.
   */
  static @Nullable String requestId(okhttp3.Headers from) {
    String id = from.get(REQUEST_ID);
    if (id == null || id.isEmpty() || id.length() > MAX_REQUEST_ID_LENGTH) {
      return null;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c <= ' ' || c > '~') {
        return null;
      }
    }
    return id;
  }
}
