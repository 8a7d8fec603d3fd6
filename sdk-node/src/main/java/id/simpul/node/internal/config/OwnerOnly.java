package id.simpul.node.internal.config;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that their owner alone may read, where the file system knows owners. */
public final class OwnerOnly {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  /**
   * Makes a folder and those above it.
   *
   * @param directory the folder; left alone when it is there
   * @throws IOException when it cannot be made
   */
  public static void createDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, attributes("rwx------"));
    }
  }

  static void createDirectoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      createDirectory(directory);
    }
  }

  /**
   * Writes a file whole or not at all: beside it first, then over it.
   *
   * @param file the file
   * @param content its bytes
   * @throws IOException when it cannot be written
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path beside = beside(file);
    Files.createFile(beside, attributes("rw-------"));
    try {
      Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * Writes a new file whole, or leaves the one that is there: of two processes that start at once,
   * one wins.
   *
   * @param file the file
   * @param content its bytes
   * @throws IOException when it cannot be written
   */
  public static void create(Path file, byte[] content) throws IOException {
    Path beside = beside(file);
    Files.createFile(beside, attributes("rw-------"));
    try {
      Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.createLink(file, beside);
      sync(file);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("{} was there first", file, e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * Makes a new file to write to.
   *
   * @param file the file, which must not be there
   * @return its stream, to be closed
   * @throws IOException when it cannot be made
   */
  public static OutputStream newOutputStream(Path file) throws IOException {
    Files.createFile(file, attributes("rw-------"));
    return Files.newOutputStream(file);
  }

  // A new name is on disk when its folder is; where a folder cannot be opened, the system sees to
  // it.
  private static void sync(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (POSIX && folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Whether others than its owner may read a file.
   *
   * @param file the file, which must exist
   * @return false also where the file system knows no owners
   * @throws IOException when its permissions cannot be read
   */
  public static boolean readableByOthers(Path file) throws IOException {
    return POSIX
        && !Set.copyOf(PosixFilePermissions.fromString("rwx------"))
            .containsAll(Files.getPosixFilePermissions(file));
  }
}
