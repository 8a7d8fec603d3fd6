package id.simpul.health.vaccination.wire;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import id.simpul.health.bulk.LineError;
import id.simpul.health.bulk.NdjsonOptions;
import id.simpul.health.bulk.NdjsonReader;
import id.simpul.health.bulk.NdjsonWriter;
import id.simpul.health.fhir.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of slots as NDJSON. Publishers give them many media types, so none is insisted upon. */
final class SlotFileForm implements Format<SlotFile> {
  /** The most lines of a file, those that cannot be read among them. */
  static final int MAX_LINES = 200_000;

  /** The longest line in bytes. */
  static final int MAX_LINE_BYTES = 64 * 1024;

  /** How many lines that cannot be read are told of one by one. */
  static final int MAX_PROBLEMS = 1_000;

  static final SlotFileForm FORM = new SlotFileForm();

  private static final MediaType NDJSON = new MediaType("application/fhir+ndjson", "");

  private SlotFileForm() {}

  @Override
  public MediaType mediaType() {
    return NDJSON;
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
  public void write(SlotFile file, OutputStream out) throws IOException {
    if (file.writeLines(out)) {
      return;
    }
    // Closing the writer would close what is not ours.
    @SuppressWarnings("resource")
    NdjsonWriter writer = NdjsonWriter.to(out);
    for (Resource resource : file.resources()) {
      writer.write(resource);
    }
  }

  @Override
  public SlotFile read(InputStream in, Limits limits) throws IOException {
    List<Resource> resources = new ArrayList<>();
    List<LineError> problems = new ArrayList<>();
    NdjsonOptions options =
        NdjsonOptions.of("file")
            .withMaxLineBytes(MAX_LINE_BYTES)
            .withMaxSize(MAX_LINES, limits.maxBytes())
            .skipping(error -> {
              if (problems.size() < MAX_PROBLEMS) {
                problems.add(error);
              }
            });
    @SuppressWarnings("resource") // the stream is not ours to close
    NdjsonReader reader = NdjsonReader.open(in, options);
    Optional<Resource> next = reader.next();
    while (next.isPresent()) {
      resources.add(next.get());
      next = reader.next();
    }
    return new SlotFile(resources, problems, reader.offset());
  }
}
