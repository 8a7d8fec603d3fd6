package id.simpul.node.internal.federation;

import id.simpul.core.format.Json;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.node.internal.config.ConfigFiles;
import id.simpul.node.internal.config.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those below this node, a file for each, so that a command and a running node see the same at
 * once. Thread-safe.
 */
public final class SubordinateBook {
  private final Path folder;

  /**
   * Opens a book.
   *
   * @param files where it is; need not be there
   */
  public SubordinateBook(FederationFiles files) {
    this.folder = files.subordinates();
  }

  /**
   * Looks an entity up.
   *
   * @param entity as a stranger may have written it
   * @return its record, or empty
   * @throws id.simpul.node.ConfigException when the record cannot be read
   */
  public Optional<SubordinateRecord> find(EntityId entity) {
    Path file = file(entity);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * All of them.
   *
   * @return the records by name, those that are suspended too
   * @throws id.simpul.node.ConfigException when a record cannot be read
   */
  public List<SubordinateRecord> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(SubordinateBook::read)
          .sorted(Comparator.comparing(record -> record.entity().value()))
          .toList();
    } catch (IOException e) {
      throw ConfigFiles.broken(folder, "folder", "cannot be read");
    }
  }

  /**
   * Writes a record in place of the one that is there.
   *
   * @param record the record
   * @throws id.simpul.node.ConfigException when it cannot be written
   */
  public void put(SubordinateRecord record) {
    Path file = file(record.entity());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.writeIndented(record.toJson(), out);
      OwnerOnly.createDirectory(folder);
      OwnerOnly.replace(file, out.toByteArray());
    } catch (IOException e) {
      throw ConfigFiles.broken(file, "file", "cannot be written");
    }
  }

  private Path file(EntityId entity) {
    return folder.resolve(FederationFiles.fileName(entity.value()));
  }

  private static SubordinateRecord read(Path file) {
    try {
      return SubordinateRecord.of(ConfigFiles.object(file));
    } catch (IllegalArgumentException | DateTimeException | TrustException e) {
      throw ConfigFiles.broken(
          file, "/", "is no record of a subordinate; restore it or approve the entity again");
    }
  }
}
