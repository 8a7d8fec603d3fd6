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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to disk, its bytes as they travel. What there is of it can be built upon when
 * the server names it by a strong entity tag (RFC 9110, section 13.1.5), which is kept beside it;
 * otherwise it begins anew. One thread at a time.
 */
final class PartFile implements Format<Boolean> {
  private static final String GZIP = "gzip";
  private static final String COMPRESSED = "z";
  private static final String PLAIN = "-";
  private static final int PARTIAL = 206;
  private static final int BUFFER = 1 << 16;
  private static final int MAX_TAG = 1024;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  private final Path part;
  private final Path tagFile;
  private final Room room;
  private @Nullable IOException diskFailure;
  private boolean tooLarge;

  /**
   * How large a file may be.
   *
   * @param maxBytes as it travels
   * @param maxPlainBytes once it is opened
   */
  record Room(long maxBytes, long maxPlainBytes) {}

  PartFile(Path part, Room room) {
    this.part = part;
    this.tagFile = part.resolveSibling(part.getFileName() + ".tag");
    this.room = room;
  }

  /** The fields that ask for the rest of it, none when it must begin anew. */
  Headers rangeFields() throws IOException {
    Optional<Tag> tag = tag();
    long held = held();
    return tag.isEmpty() || held == 0
        ? Headers.EMPTY
        : Headers.EMPTY.with("Range", "bytes=" + held + "-").with("If-Range", tag.get().text());
  }

  /** What the server called the bytes that are there, and whether they are compressed. */
  private record Tag(boolean gzip, String text) {
    @Override
    public String toString() {
      return (gzip ? COMPRESSED : PLAIN) + text;
    }
  }

  private Optional<Tag> tag() throws IOException {
    if (!Files.exists(tagFile) || Files.size(tagFile) > MAX_TAG) {
      return Optional.empty();
    }
    String text = Files.readString(tagFile, StandardCharsets.UTF_8);
    return text.length() < 2
        ? Optional.empty()
        : Optional.of(new Tag(text.startsWith(COMPRESSED), text.substring(1)));
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

  /** Whether it is larger than is allowed, so that asking again leads to nothing. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /**
   * Looks at the whole file, now that it seems to be there.
   *
   * @param gzip whether it is compressed
   * @param goOn asked again and again, throws when nobody waits for the answer any more
   * @return how many lines it has
   * @throws FormatException when its compression is broken or breaks off, or opens to too much
   */
  long lines(boolean gzip, Runnable goOn) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(part), BUFFER);
        InputStream plain = gzip ? new GzipStream(in) : in) {
      byte[] buffer = new byte[BUFFER];
      long lines = 0;
      long size = 0;
      boolean inLine = false;
      for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
        goOn.run();
        size += n;
        if (size > room.maxPlainBytes()) {
          throw tooLarge(room.maxPlainBytes(), "the file opens to more than is allowed");
        }
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

  private FormatException tooLarge(long bytes, String what) {
    tooLarge = true;
    return new FormatException("byte " + bytes, what);
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
    return room.maxBytes();
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
    if (head.status() == PARTIAL) {
      boolean gzip = goesOn(head.headers());
      append(in, held());
      return gzip;
    }
    boolean gzip = coding(head.headers()).filter(GZIP::equals).isPresent();
    begin(head.headers(), gzip);
    append(in, 0);
    return gzip;
  }

  private static Optional<String> coding(Headers headers) {
    return headers.first("Content-Encoding").map(text -> text.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether the rest is that of compressed bytes. A 206 need not say so (RFC 9110, section 15.3.7):
   * the answer that the bytes began with did.
   */
  private boolean goesOn(Headers headers) throws IOException {
    Optional<Tag> tag = tag();
    if (tag.isEmpty() || !isRest(headers.first("Content-Range").orElse(""))) {
      throw new FormatException("Content-Range", "not the rest that was asked for");
    }
    boolean gzip = tag.get().gzip();
    boolean same =
        coding(headers).map(coding -> coding.equals(GZIP) == gzip).orElse(true)
            && headers.first("ETag").map(tag.get().text()::equals).orElse(true);
    if (!same) {
      throw new FormatException("ETag", "the rest is of another file");
    }
    return gzip;
  }

  /** A 206 may hold less than was asked for (RFC 9110, section 15.3.7), which is no whole file. */
  private boolean isRest(String range) throws IOException {
    Matcher given = RANGE.matcher(range);
    return given.matches()
        && Long.parseLong(given.group(1)) == held()
        && Long.parseLong(given.group(2)) + 1 == Long.parseLong(given.group(3));
  }

  private void begin(Headers headers, boolean gzip) throws IOException {
    String tag = headers.first("ETag").orElse("");
    boolean strong = tag.startsWith("\"") && tag.length() < MAX_TAG;
    try {
      discard();
      Files.createFile(part, ExportFolder.attributes("rw-------"));
      if (strong) {
        Files.createFile(tagFile, ExportFolder.attributes("rw-------"));
        Files.writeString(tagFile, new Tag(gzip, tag).toString(), StandardCharsets.UTF_8);
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
        if (size > room.maxBytes()) {
          throw tooLarge(room.maxBytes(), "the file is longer than is allowed");
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
