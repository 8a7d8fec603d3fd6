package id.simpul.health.internal.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one export, for one program at a time. A file is there under its own name when all
 * of it is on disk, and not before. Everything is for the owner's eyes alone.
 */
public final class ExportFolder implements AutoCloseable {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final String STATE = "export.json";
  private static final String LOCK = "export.lock";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private ExportFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes a folder, made when it is not there.
   *
   * @param folder the folder
   * @return it, to be closed
   * @throws BulkExportException when another program has it, or the disk fails
   */
  public static ExportFolder open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, attributes("rwx------"));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              attributes("rw-------"));
      FileLock lock = lock(channel);
      if (lock == null) {
        throw new BulkExportException(
            Reason.FOLDER, "the folder", "another program works on it", null);
      }
      return new ExportFolder(folder, channel, lock);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // this program has it
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock;
  }

  static BulkExportException disk(Exception cause) {
    return new BulkExportException(Reason.DISK, "the disk", "cannot be written or read", cause);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Optional<ExportState> load() {
    Path file = path(STATE);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > ExportState.MAX_BYTES) {
        throw new FormatException("", "too long");
      }
      return Optional.of(ExportState.read(Files.readAllBytes(file)));
    } catch (FormatException e) {
      throw new BulkExportException(
          Reason.FOLDER, "the folder", "holds a state nobody can read", e);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  void save(ExportState state) {
    Path beside = path(STATE + ".part");
    try {
      Files.deleteIfExists(beside);
      Files.createFile(beside, attributes("rw-------"));
      Files.write(beside, state.toBytes(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      moveInto(beside, path(STATE));
    } catch (IOException e) {
      throw disk(e);
    }
  }

  /**
   * Deletes what an export that was forgotten has left. It is done before another is asked for, so
   * that a crash in between leaves nothing that could be taken for its files.
   *
   * @throws BulkExportException when the disk fails
   */
  void clear() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> Place.isName(f.getFileName().toString())).toList()) {
        Files.deleteIfExists(file);
      }
      sync();
    } catch (UncheckedIOException | IOException e) {
      throw disk(e);
    }
  }

  /**
   * Forgets the export; files that were fetched stay until another is asked for.
   *
   * @throws BulkExportException when the disk fails
   */
  public void forget() {
    try {
      Files.deleteIfExists(path(STATE));
      sync();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  /** Gives a file that is whole its name, durably. */
  void moveInto(Path whole, Path name) throws IOException {
    Files.move(whole, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync();
  }

  // A new name is on disk when its folder is.
  private void sync() throws IOException {
    if (POSIX) {
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw disk(e);
    }
  }
}
