package id.simpul.node.internal.http;

import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What goes back: status, fields, and final bytes or a file that is sent from the disk.
 *
 * @param status the HTTP status
 * @param headers all fields but {@code Content-Length}
 * @param body the content; empty when it is a file
 * @param file the file that is the content, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
record Answer(int status, Headers headers, byte[] body, Success.@Nullable SentFile file) {
  private static final byte[] EMPTY = {};

  Answer(int status, Headers headers, byte[] body) {
    this(status, headers, body, null);
  }

  static Answer of(int status, MediaType type, byte[] body) {
    return new Answer(status, Headers.EMPTY.with("Content-Type", type.toString()), body);
  }

  /** The answer to a success whose content is no value of a format. */
  static Answer without(Success success, MediaType type) {
    Answer answer = new Answer(success.status(), Headers.EMPTY, EMPTY, success.file().orElse(null));
    return answer.file() == null ? answer : answer.with("Content-Type", type.toString());
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
    return new Answer(status, headers.with(name, value), body, file);
  }

  Answer withAll(Headers more) {
    Headers all = headers;
    for (Headers.Field field : more.fields()) {
      all = all.with(field.name(), field.value());
    }
    return new Answer(status, all, body, file);
  }

  /** How many bytes the content has. */
  long length() {
    return file == null ? body.length : file.length();
  }

  @Override
  public String toString() {
    return status + ", " + length() + " bytes";
  }
}
