package id.simpul.health.internal.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.AnswerHead;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to disk, its bytes as they travel. What there is of it can be built upon when
 * the server names it by a strong entity tag (RFC 9110, section 13.1.5), which is kept beside it;
 * otherwise it begins anew. One thread at a time.
 */
final class PartFile implements Format<Boolean> {
  private static final String GZIP = "gzip";
  private static final int PARTIAL = 206;
  private static final int BUFFER = 1 << 16;
  private static final int MAX_TAG = 1024;

  private final Path part;
  private final Path tagFile;
  private final long maxBytes;
  private @Nullable IOException diskFailure;

  PartFile(Path part, long maxBytes) {
    this.part = part;
    this.tagFile = part.resolveSibling(part.getFileName() + ".tag");
    this.maxBytes = maxBytes;
  }

  /** The fields that ask for the rest of it, none when it must begin anew. */
  Headers rangeFields() throws IOException {
    Optional<String> tag = tag();
    long held = held();
    return tag.isEmpty() || held == 0
        ? Headers.EMPTY
        : Headers.EMPTY.with("Range", "bytes=" + held + "-").with("If-Range", tag.get());
  }

  private Optional<String> tag() throws IOException {
    if (!Files.exists(tagFile) || Files.size(tagFile) > MAX_TAG) {
      return Optional.empty();
    }
    // The first character says whether the bytes are compressed.
    String text = Files.readString(tagFile, StandardCharsets.UTF_8);
    return text.length() < 2 ? Optional.empty() : Optional.of(text.substring(1));
  }

  private long held() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Throws it away, unless it can be built upon. */
  void leave() throws IOException {
    if (tag().isEmpty()) {
      discard();
    }
  }

  void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(tagFile);
  }

  void forgetTag() throws IOException {
    Files.deleteIfExists(tagFile);
  }

  /** What the disk answered when bytes could not be written, or null. */
  @Nullable IOException diskFailure() {
    return diskFailure;
  }

  /**
   * Looks at the whole file, now that it seems to be there.
   *
   * @param gzip whether it is compressed
   * @return how many lines it has
   * @throws FormatException when its compression is broken or breaks off
   */
  long lines(boolean gzip) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(part), BUFFER);
        InputStream plain = gzip ? new GzipStream(in) : in) {
      byte[] buffer = new byte[BUFFER];
      long lines = 0;
      boolean inLine = false;
      for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            lines += inLine ? 1 : 0;
            inLine = false;
          } else {
            inLine = inLine || buffer[i] > ' ' || buffer[i] < 0;
          }
        }
      }
      return lines + (inLine ? 1 : 0);
    }
  }

  @Override
  public MediaType mediaType() {
    return new MediaType("application/fhir+ndjson", "");
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public List<String> codings() {
    return List.of(GZIP);
  }

  @Override
  public long maxBytes(Limits limits) {
    return maxBytes;
  }

  @Override
  public void write(Boolean value, OutputStream out) throws IOException {
    throw new IOException("A file of an export is only read");
  }

  @Override
  public Boolean read(InputStream in, Limits limits) throws IOException {
    return read(new AnswerHead(200, Headers.EMPTY), in, limits);
  }

  /** {@return whether the bytes are compressed} */
  @Override
  public Boolean read(AnswerHead head, InputStream in, Limits limits) throws IOException {
    boolean gzip = head.headers().first("Content-Encoding").orElse("").equalsIgnoreCase(GZIP);
    long held = head.status() == PARTIAL ? held() : 0;
    if (head.status() == PARTIAL
        && !head.headers().first("Content-Range").orElse("").startsWith("bytes " + held + "-")) {
      throw new FormatException("Content-Range", "not the part that was asked for");
    }
    if (head.status() != PARTIAL) {
      begin(head.headers(), gzip);
    }
    append(in, held);
    return gzip;
  }

  private void begin(Headers headers, boolean gzip) throws IOException {
    String tag = headers.first("ETag").orElse("");
    boolean strong = tag.startsWith("\"") && tag.length() < MAX_TAG;
    try {
      discard();
      Files.createFile(part, ExportFolder.attributes("rw-------"));
      if (strong) {
        Files.writeString(tagFile, (gzip ? "z" : "-") + tag, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw onDisk(e);
    }
  }

  private void append(InputStream in, long held) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = held;
    try (FileChannel out =
        FileChannel.open(part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > maxBytes) {
          throw new FormatException("byte " + maxBytes, "the file is longer than is allowed");
        }
        write(out, ByteBuffer.wrap(buffer, 0, n));
      }
      force(out);
    }
  }

  private void write(FileChannel out, ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        int unused = out.write(bytes);
      }
    } catch (IOException e) {
      throw onDisk(e);
    }
  }

  private void force(FileChannel out) throws IOException {
    try {
      out.force(true);
    } catch (IOException e) {
      throw onDisk(e);
    }
  }

  // What the disk says must not be taken for what the network says.
  private IOException onDisk(IOException failure) {
    diskFailure = failure;
    return failure;
  }
}
