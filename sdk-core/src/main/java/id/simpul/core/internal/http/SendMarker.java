package id.simpul.core.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands next to the socket. Notes when bytes go out, which tells a node that never heard of the
 * request from one that may have acted on it.
 *
 * <p>It also hides {@code Retry-After} of a 503 from OkHttp, which would send the request again by
 * itself when the wait is zero, under the same signature, and fails on a number past an {@code
 * int}. {@link AnswerHeaders} puts the field back.
 */
final class SendMarker implements Interceptor {
  static final int UNAVAILABLE = 503;
  static final String RETRY_AFTER = "Retry-After";
  static final String HELD_RETRY_AFTER = "Simpul-Held-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    AttemptMark mark = chain.request().tag(AttemptMark.class);
    if (mark != null) {
      mark.markSent();
    }
    Response response = chain.proceed(chain.request());
    if (response.code() != UNAVAILABLE || response.header(RETRY_AFTER) == null) {
      return response;
    }
    Response.Builder held = response.newBuilder().removeHeader(RETRY_AFTER);
    for (String value : response.headers(RETRY_AFTER)) {
      held.addHeader(HELD_RETRY_AFTER, value);
    }
    return held.build();
  }
}
