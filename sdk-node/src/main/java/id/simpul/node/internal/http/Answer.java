package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What goes back: status, fields and final bytes.
 *
 * @param status the HTTP status
 * @param headers all fields but {@code Content-Length}
 * @param body the content
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record Answer(int status, Headers headers, byte[] body) {

  static Answer of(int status, MediaType type, byte[] body) {
    return new Answer(status, Headers.EMPTY.with("Content-Type", type.toString()), body);
  }

  static Answer error(ErrorFormat format, ErrorReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return of(report.status(), format.mediaType(), out.toByteArray());
  }

  Answer with(String name, String value) {
    return new Answer(status, headers.with(name, value), body);
  }

  Answer withAll(Headers more) {
    Headers all = headers;
    for (Headers.Field field : more.fields()) {
      all = all.with(field.name(), field.value());
    }
    return new Answer(status, all, body);
  }

  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
