package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.commit.GroupCommitWriter;
import id.simpul.node.internal.store.commit.Work;
import java.util.concurrent.CompletionException;

/**
 * The two ways to the database for stores that block.
 *
 * @param writer writes, in transactions shared with others
 * @param readers read
 */
record SqliteWork(GroupCommitWriter<LogSession> writer, ReadPool readers) {
  /** Writes and waits until it is on disk. */
  <R> R write(Work<LogSession, R> work) {
    try {
      return writer.submit(SqliteStore.COMMAND_OVERHEAD_BYTES, work).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Reads for as long as a search may take. */
  <R> R search(String where, ReadPool.Reading<R> reading) {
    return readers.search(where, reading);
  }

  /** Reads. */
  <R> R read(String where, ReadPool.Reading<R> reading) {
    return readers.read(where, reading);
  }
}
