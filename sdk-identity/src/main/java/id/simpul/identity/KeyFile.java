package id.simpul.identity;

import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that its owner alone may see. */
final class KeyFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private KeyFile() {}

  /** At most one byte more than the limit, so that the caller sees when it is passed. */
  static byte[] read(Path file, int maxBytes) {
    try {
      checkOwnerOnly(file);
      try (InputStream in = Files.newInputStream(file)) {
        return in.readNBytes(maxBytes + 1);
      }
    } catch (NoSuchFileException e) {
      throw unusable(file, "does not exist", e);
    } catch (IOException e) {
      throw unusable(file, "cannot be read", e);
    }
  }

  private static void checkOwnerOnly(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null && !OWNER.containsAll(posix.readAttributes().permissions())) {
      throw unusable(file, "is open to group or others; take their rights away", null);
    }
  }

  static void write(Path file, byte[] content) {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, ownerOnly(file))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      throw unusable(file, "cannot be written as a new file", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }

  private static TrustException unusable(Path file, String what, @Nullable Throwable cause) {
    return new TrustException(Reason.KEY_UNUSABLE, file.toString(), what, "key file", cause);
  }
}
