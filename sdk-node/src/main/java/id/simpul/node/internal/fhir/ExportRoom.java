package id.simpul.node.internal.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The room that exports take on the disk, which the database needs as well: bounded for all of a
 * process together, and none is taken from what is left for the database. Thread-safe.
 */
final class ExportRoom {
  /** The most bytes of all exports of a process together. */
  static final long MAX_BYTES = 16L << 30;

  /** The bytes that stay free on the disk. */
  static final long RESERVE = 1L << 30;

  /** Tells how many bytes are free. */
  @FunctionalInterface
  interface Disk {
    /**
     * The bytes this program may still write.
     *
     * @throws IOException when nobody can tell
     */
    long free() throws IOException;
  }

  private final long most;
  private final Disk disk;
  private final AtomicLong taken = new AtomicLong();

  ExportRoom(long most, Disk disk) {
    this.most = most;
    this.disk = disk;
  }

  /** The room on the disk that a folder is on. */
  static ExportRoom on(Path folder) {
    return new ExportRoom(MAX_BYTES, () -> Files.getFileStore(folder).getUsableSpace());
  }

  /** Whether an export could write so many bytes now. */
  boolean has(long bytes) throws IOException {
    return taken.get() + bytes <= most && disk.free() - bytes >= RESERVE;
  }

  /**
   * Takes room for what an export is about to write.
   *
   * @throws IOException when there is none
   */
  void take(ExportJob job, long bytes) throws IOException {
    if (!has(bytes)) {
      throw new IOException(
          "Exports have at most " + most + " bytes, and leave " + RESERVE + " on the disk");
    }
    taken.addAndGet(bytes);
    job.took(bytes);
  }

  /** Gives back what an export took, when its files are deleted. */
  void giveBack(ExportJob job) {
    taken.addAndGet(-job.gaveBack());
  }
}
