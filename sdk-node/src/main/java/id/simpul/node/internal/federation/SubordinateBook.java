package id.simpul.node.internal.federation;

import id.simpul.core.format.Json;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.ConfigFiles;
import id.simpul.node.internal.config.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those below this node, a file for each, so that a command and a running node see the same at
 * once. Thread-safe.
 */
public final class SubordinateBook {
  private static final Logger LOG = LoggerFactory.getLogger(SubordinateBook.class);

  private final Path folder;
  private final Set<Path> named = ConcurrentHashMap.newKeySet();

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
   * @throws ConfigException when the record cannot be read
   */
  public Optional<SubordinateRecord> find(EntityId entity) {
    Path file = file(entity);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * All of them. A record that cannot be read is left out and named in the log, once; it must not
   * stop what is said of the others.
   *
   * @return the records by name, those that are suspended too
   * @throws ConfigException when the folder cannot be read
   */
  public List<SubordinateRecord> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(this::readIfWhole)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(record -> record.entity().value()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw ConfigFiles.broken(folder, "folder", "cannot be read");
    }
  }

  private Optional<SubordinateRecord> readIfWhole(Path file) {
    try {
      return Optional.of(read(file));
    } catch (ConfigException e) {
      if (named.add(file)) {
        LOG.error("the node says nothing of one below it: {}", e.getMessage());
      }
      return Optional.empty();
    }
  }

  /**
   * Writes a record in place of the one that is there.
   *
   * @param record the record
   * @throws ConfigException when it cannot be written
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
