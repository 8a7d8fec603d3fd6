package id.simpul.core.internal.http;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * The bytes of an answer, up to a limit. When the answer says how long it is, a reader that wants
 * all of it gets one array of that size.
 */
final class AnswerStream extends InputStream {
  private final BufferedSource source;
  private final long declared;
  private final long limit;
  private long seen;

  AnswerStream(ResponseBody body, long limit) throws AnswerTooLargeException {
    this.source = body.source();
    this.declared = body.contentLength();
    this.limit = limit;
    if (declared > limit) {
      throw new AnswerTooLargeException(limit);
    }
  }

  @Override
  public int read() throws IOException {
    if (source.exhausted()) {
      return -1;
    }
    count(1);
    return source.readByte() & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = source.read(buffer, offset, length);
    if (n > 0) {
      count(n);
    }
    return n;
  }

  @Override
  public byte[] readAllBytes() throws IOException {
    return readNBytes(Integer.MAX_VALUE);
  }

  @Override
  public byte[] readNBytes(int length) throws IOException {
    if (seen == 0 && declared >= 0 && declared <= length) {
      seen = declared;
      return source.readByteArray(declared);
    }
    return super.readNBytes(length);
  }

  private void count(int n) throws AnswerTooLargeException {
    seen += n;
    if (seen > limit) {
      throw new AnswerTooLargeException(limit);
    }
  }
}
