package id.simpul.node.internal.http;

import id.simpul.core.operation.Headers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an operation that was carried out is answered. Immutable. */
public final class Success {
  /** With 200, no fields of its own, and what the handler gave as content. */
  public static final Success OK = new Success(200, Headers.EMPTY, true, null);

  private final int status;
  private final Headers fields;
  private final boolean written;
  private final @Nullable SentFile file;

  private Success(int status, Headers fields, boolean written, @Nullable SentFile file) {
    this.status = status;
    this.fields = fields;
    this.written = written;
    this.file = file;
  }

  /**
   * A file that is sent from the disk, so that its size costs no memory.
   *
   * @param path the file; stays until it was sent
   * @param length how many of its bytes are sent, from its beginning
   */
  public record SentFile(Path path, long length) {
    /** Checks that there is a file. */
    public SentFile {
      Objects.requireNonNull(path, "path");
      if (length < 0) {
        throw new IllegalArgumentException("A file has no fewer than 0 bytes");
      }
    }
  }

  /**
   * A success with another status than 200.
   *
   * @param status the HTTP status, 200 to 399
   * @return the success
   */
  public static Success of(int status) {
    if (status < 200 || status > 399) {
      throw new IllegalArgumentException("Not the status of a success: " + status);
    }
    return new Success(status, Headers.EMPTY, true, null);
  }

  /**
   * This success with a header field.
   *
   * @param name its name; {@code Cache-Control} stands in for the node's own {@code no-store}
   * @param value its value
   * @return a copy
   */
  public Success with(String name, String value) {
    return new Success(status, fields.with(name, value), written, file);
  }

  /**
   * This success without content, as 204 and 304 are.
   *
   * @return a copy
   */
  public Success withoutContent() {
    return new Success(status, fields, false, null);
  }

  /**
   * This success with a file as content, under the media type of the operation's format. The answer
   * to a signed request is not signed then: its digest would need the whole file.
   *
   * @param content the file
   * @return a copy
   */
  public Success withFile(SentFile content) {
    return new Success(status, fields, false, Objects.requireNonNull(content, "content"));
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** Its header fields. */
  Headers fields() {
    return fields;
  }

  /** Whether the operation's format writes the content. */
  boolean isWritten() {
    return written;
  }

  /** The file that is the content. */
  Optional<SentFile> file() {
    return Optional.ofNullable(file);
  }
}
