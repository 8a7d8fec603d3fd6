package id.simpul.health.bulk;

import id.simpul.core.ValidationException;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** Writes resources, one a line, UTF-8, each line ended by {@code \n}. Not thread-safe. */
public final class NdjsonWriter implements Closeable {
  private final OutputStream out;
  private long lines;

  private NdjsonWriter(OutputStream out) {
    this.out = Objects.requireNonNull(out, "out");
  }

  /**
   * Writes to a stream.
   *
   * @param out where to; buffer it; closed with the writer
   * @return the writer
   */
  public static NdjsonWriter to(OutputStream out) {
    return new NdjsonWriter(out);
  }

  /**
   * Writes the next line.
   *
   * @param resource a resource that breaks no rule
   * @throws ValidationException with every violation, when it breaks a rule; nothing is written
   * @throws IOException when the stream fails
   */
  public void write(Resource resource) throws IOException {
    // JSON without needless space has no line break.
    out.write(FhirJson.toBytes(resource));
    out.write('\n');
    lines++;
  }

  /**
   * How much was written.
   *
   * @return the lines
   */
  public long lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
