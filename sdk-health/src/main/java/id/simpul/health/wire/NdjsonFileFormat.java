package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;

/** Writes a file as it is. Who reads one says where to: {@link BulkDataV2#file}. */
final class NdjsonFileFormat implements Format<NdjsonFile> {
  static final NdjsonFileFormat FORMAT = new NdjsonFileFormat();

  private NdjsonFileFormat() {}

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
  public void write(NdjsonFile value, OutputStream out) throws IOException {
    Files.copy(value.path(), out);
  }

  @Override
  public NdjsonFile read(InputStream in, Limits limits) throws IOException {
    throw new FormatException("", "a file is read by whoever says where to");
  }
}
