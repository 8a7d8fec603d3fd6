package id.simpul.queue;

import id.simpul.core.spi.PayloadCipher;
import id.simpul.core.spi.WorkQueue;
import id.simpul.queue.internal.QueueFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Opens queues in SQLite files: write-ahead log, {@code synchronous=FULL}, one statement a step, so
 * that several processes may share a file. Payloads are encrypted; keys, kinds and notes are not,
 * and must not be personal.
 */
public final class SqliteWorkQueue {
  private SqliteWorkQueue() {}

  /**
   * Opens a queue, and makes its file when there is none.
   *
   * @param file the file, in a folder that exists
   * @param cipher what payloads are encrypted with; the same for all who share the file
   * @param clock tells when leases end and work may be claimed; processes that share the file share
   *     the time as well
   * @return the queue, to be closed when done
   * @throws QueueException when the file cannot be opened, or is not a queue
   */
  public static WorkQueue open(Path file, PayloadCipher cipher, InstantSource clock) {
    return new QueueFile(
        Objects.requireNonNull(file, "file"),
        Objects.requireNonNull(cipher, "cipher"),
        Objects.requireNonNull(clock, "clock"));
  }
}
