package id.simpul.node.internal.fhir;

import id.simpul.core.format.Json;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.node.internal.config.OwnerOnly;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.StoredResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Gathers the records of an export, a file for each kind, a page in memory at a time. What is
 * written while it gathers belongs to the next export: the time it states is one before it began,
 * up to which everything is on disk.
 */
final class ExportWriter {
  private final FhirStore store;
  private final URI files;
  private final ExportRoom room;

  /**
   * Makes a writer.
   *
   * @param store where the records are
   * @param files what the URLs of files begin with
   * @param room what there is on the disk
   */
  ExportWriter(FhirStore store, URI files, ExportRoom room) {
    this.store = store;
    this.files = files;
    this.room = room;
  }

  /**
   * Writes the files of an export.
   *
   * @param job the export; left as it is
   * @param upTo the time up to which every write is on disk
   * @return what there is
   * @throws IOException when the disk fails, there is no more room or the export was ended
   */
  BulkManifest write(ExportJob job, Instant upTo) throws IOException {
    OwnerOnly.createDirectory(job.folder());
    List<BulkManifest.Item> items = new ArrayList<>();
    for (String type : new TreeSet<>(job.wanted().types())) {
      Path file = job.folder().resolve(type + ".ndjson");
      long lines = write(job, type, upTo, file);
      if (lines == 0) {
        Files.delete(file);
      } else {
        URI url = URI.create(files + "/" + job.id() + "/" + file.getFileName());
        items.add(new BulkManifest.Item(type, url, lines));
      }
    }
    return new BulkManifest(upTo, true, items, List.of(), List.of());
  }

  private long write(ExportJob job, String type, Instant upTo, Path file) throws IOException {
    FhirSearch.Span span = new FhirSearch.Span(job.wanted().since(), upTo);
    String after = null;
    long lines = 0;
    try (OutputStream out = OwnerOnly.newOutputStream(file)) {
      boolean more = true;
      while (more) {
        FhirPage found =
            store.walk(
                new FhirSearch(
                    type,
                    List.of(),
                    List.of(),
                    span,
                    new FhirSearch.Page(after, FhirSearch.MAX_LIMIT)));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (StoredResource stored : found.found()) {
          page.write(Json.toBytes(Records.shown(stored).json()));
          page.write('\n');
          lines++;
          after = stored.version().key().id();
        }
        room.take(job, page.size());
        page.writeTo(out);
        job.written(job.written() + found.found().size());
        if (job.state() != ExportJob.State.WORKING) {
          throw new IOException("The export was ended");
        }
        more = found.more() && !found.found().isEmpty();
      }
    }
    return lines;
  }
}
