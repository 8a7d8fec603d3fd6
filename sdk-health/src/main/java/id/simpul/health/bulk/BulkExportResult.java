package id.simpul.health.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.internal.bulk.Deletions;
import id.simpul.health.wire.ResourceKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an export has brought to disk.
 *
 * @param transactionTime as of when the records are; what is asked for since next time, if nothing
 *     failed
 * @param output files of records
 * @param error files of OperationOutcomes: what the server could not export
 * @param deleted files of transactions that delete
 * @param failures files that could not be had; run the export again to fetch these alone
 */
public record BulkExportResult(
    Instant transactionTime,
    List<File> output,
    List<File> error,
    List<File> deleted,
    List<Failure> failures) {

  /** Copies the lists. */
  public BulkExportResult {
    Objects.requireNonNull(transactionTime, "transactionTime");
    output = List.copyOf(output);
    error = List.copyOf(error);
    deleted = List.copyOf(deleted);
    failures = List.copyOf(failures);
  }

  /** How much of what was asked for is there. */
  public enum Outcome {
    /** All of it. */
    COMPLETE,
    /** All the server could export; {@link BulkExportResult#error} says what it could not. */
    PARTIAL,
    /** Files are missing; run the export again. */
    INCOMPLETE
  }

  /**
   * A file on disk.
   *
   * @param type the kind of resource in it
   * @param path where it is
   * @param gzip whether it is compressed
   */
  public record File(String type, Path path, boolean gzip) {
    /** Checks that all members are given. */
    public File {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(path, "path");
    }

    /**
     * Opens the file.
     *
     * @return a reader, to be closed
     * @throws IOException when it cannot be opened
     */
    public NdjsonReader open() throws IOException {
      NdjsonOptions options = NdjsonOptions.of(String.valueOf(path.getFileName()));
      return NdjsonReader.open(
          new BufferedInputStream(Files.newInputStream(path)), gzip ? options.gzipped() : options);
    }
  }

  /**
   * A file that could not be had. Its URL is not told: it may be all that is needed to read it.
   *
   * @param type the kind of resource in it
   * @param name what it would have been called on disk
   * @param reason why, one phrase
   */
  public record Failure(String type, String name, String reason) {
    /** Checks that all members are given. */
    public Failure {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * How much of what was asked for is there. An answer with nothing but errors is a partial success
   * too.
   *
   * @return the outcome
   */
  public Outcome outcome() {
    if (!failures.isEmpty()) {
      return Outcome.INCOMPLETE;
    }
    return error.isEmpty() ? Outcome.COMPLETE : Outcome.PARTIAL;
  }

  /**
   * Reads everything in the order it must be carried out in: the records of all files first, and
   * what was deleted since after them.
   *
   * @param stored takes each record
   * @param gone takes the key of each record that was deleted
   * @throws FormatException when a line is no resource, or a transaction does more than delete
   * @throws IOException when a file cannot be read
   */
  public void forEach(Consumer<Resource> stored, Consumer<ResourceKey> gone) throws IOException {
    for (File file : output) {
      read(file, stored);
    }
    for (File file : deleted) {
      try (NdjsonReader reader = file.open()) {
        for (Optional<Resource> next = reader.next(); next.isPresent(); next = reader.next()) {
          if (!(next.get() instanceof Bundle bundle)) {
            throw new FormatException("line " + reader.line(), "what is deleted comes in bundles");
          }
          Deletions.of(bundle).forEach(gone);
        }
      }
    }
  }

  private static void read(File file, Consumer<Resource> each) throws IOException {
    try (NdjsonReader reader = file.open()) {
      for (Optional<Resource> next = reader.next(); next.isPresent(); next = reader.next()) {
        each.accept(next.get());
      }
    }
  }
}
