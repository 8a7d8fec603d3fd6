package id.simpul.core.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Gives an attempt its own connect timeout, without another client for it. */
final class ConnectTimeout implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    AttemptMark mark = chain.request().tag(AttemptMark.class);
    if (mark == null || mark.connectMillis() == chain.connectTimeoutMillis()) {
      return chain.proceed(chain.request());
    }
    return chain
        .withConnectTimeout(mark.connectMillis(), TimeUnit.MILLISECONDS)
        .proceed(chain.request());
  }
}
