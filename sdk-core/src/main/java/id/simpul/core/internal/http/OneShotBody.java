package id.simpul.core.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request. Calls itself one-shot so that OkHttp never repeats it; the retry loop
 * does, and may use the same object.
 */
final class OneShotBody extends RequestBody {
  private final byte[] bytes;

  OneShotBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Null, so that the header field set by the encoder stands. */
  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }

  byte[] bytes() {
    return bytes;
  }
}
