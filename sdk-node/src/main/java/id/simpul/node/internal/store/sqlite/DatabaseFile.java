package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database's file: made readable by its owner alone, and watched so that nothing is
 * acknowledged into a file that was deleted or replaced underneath.
 */
final class DatabaseFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final String name;
  private final @Nullable Object key;

  private DatabaseFile(Path path, String name, @Nullable Object key) {
    this.path = path;
    this.name = name;
    this.key = key;
  }

  /** Makes the file unless it exists; SQLite gives its companions the same permissions. */
  static DatabaseFile prepare(Path path, String name) {
    try {
      boolean posix = Files.getFileStore(parent(path)).supportsFileAttributeView("posix");
      try {
        Files.createFile(path, ownerOnly(posix));
      } catch (FileAlreadyExistsException e) {
        if (posix && !Files.getPosixFilePermissions(path).equals(OWNER_ONLY)) {
          Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
      }
      return new DatabaseFile(path, name, key(path));
    } catch (IOException e) {
      throw StoreException.of(Kind.IO, name, "opening", e);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static FileAttribute<?>[] ownerOnly(boolean posix) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static @Nullable Object key(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  Path path() {
    return path;
  }

  String name() {
    return name;
  }

  /** SQLite goes on writing into a deleted file; this refuses to. */
  void requireInPlace() {
    try {
      Object now = key(path);
      if (key != null && !key.equals(now)) {
        throw StoreException.of(Kind.IO, name, "file replaced while open", null);
      }
    } catch (IOException e) {
      throw StoreException.of(Kind.IO, name, "file gone while open", e);
    }
  }
}
