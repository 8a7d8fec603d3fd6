package id.simpul.core.internal.http;

import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent, the same for all attempts but for what an authenticator adds.
 *
 * @param method the method in capitals
 * @param url the target
 * @param headers the fields
 * @param body the content, or null for none
 */
record EncodedRequest(String method, HttpUrl url, Headers headers, @Nullable OneShotBody body) {
  @Override
  public String toString() {
    return method;
  }
}
