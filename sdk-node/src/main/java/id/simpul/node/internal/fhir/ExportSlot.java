package id.simpul.node.internal.fhir;

import id.simpul.node.internal.config.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one process has for its exports, for as long as it holds the lock beside it. What
 * a process that is gone has left in a folder is deleted by the next to start, and what one that
 * runs has there never is.
 *
 * @param folder the folder, which may not be there
 * @param lock holds the lock while it is open
 */
record ExportSlot(Path folder, FileChannel lock) implements AutoCloseable {
  /** The most processes on one data folder. */
  static final int MAX = 64;

  /** Takes the first folder nobody has, and empties all such. */
  static ExportSlot take(Path exports) {
    try {
      OwnerOnly.createDirectory(exports);
      ExportSlot mine = null;
      for (int i = 0; i < MAX; i++) {
        Path lock = exports.resolve(i + ".lock");
        if (mine != null && !lock.toFile().exists()) {
          return mine;
        }
        ExportSlot free = tryTake(exports.resolve(Integer.toString(i)), lock);
        if (free != null && mine == null) {
          mine = free;
        } else if (free != null) {
          free.close();
        }
      }
      if (mine == null) {
        throw new IOException("More than " + MAX + " processes have exports here");
      }
      return mine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable ExportSlot tryTake(Path folder, Path lock) throws IOException {
    FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another node of this very process has it.
      taken = false;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      return null;
    }
    Exports.delete(folder);
    return new ExportSlot(folder, channel);
  }

  /** Empties the folder and lets another have it. */
  @Override
  public void close() {
    Exports.delete(folder);
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
