package id.simpul.node.internal.fhir;

import id.simpul.health.bulk.BulkManifest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One export: whose it is, how far it has come, and what it has ready. What changes is written by
 * the thread that gathers the records and read by those that answer.
 */
final class ExportJob {
  /** How far an export has come. */
  enum State {
    /** The records are gathered, or will be. */
    WORKING,
    /** All of them are there. */
    READY,
    /** It failed; there is nothing. */
    FAILED,
    /** Its owner, or time, has ended it. */
    ENDED
  }

  private final String id;
  private final String owner;
  private final String key;
  private final ExportRequests.Wanted wanted;
  private final Path folder;
  private volatile State state = State.WORKING;
  private volatile long written;
  private volatile @Nullable BulkManifest manifest;
  private volatile @Nullable Instant expires;

  /**
   * A new export.
   *
   * @param id its name, which nobody can guess
   * @param owner who asked for it
   * @param key the idempotency key it was asked for under, or {@code ""}
   * @param wanted what was asked for
   * @param folder where its files go
   */
  ExportJob(String id, String owner, String key, ExportRequests.Wanted wanted, Path folder) {
    this.id = Objects.requireNonNull(id, "id");
    this.owner = Objects.requireNonNull(owner, "owner");
    this.key = Objects.requireNonNull(key, "key");
    this.wanted = Objects.requireNonNull(wanted, "wanted");
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  String key() {
    return key;
  }

  ExportRequests.Wanted wanted() {
    return wanted;
  }

  Path folder() {
    return folder;
  }

  State state() {
    return state;
  }

  long written() {
    return written;
  }

  void written(long records) {
    written = records;
  }

  /** What there is, once it is ready. */
  BulkManifest manifest() {
    return Objects.requireNonNull(manifest, "manifest");
  }

  /** When it is deleted; null while it works. */
  @Nullable Instant expires() {
    return expires;
  }

  synchronized void ready(BulkManifest files, Instant until) {
    if (state == State.WORKING) {
      manifest = files;
      expires = until;
      state = State.READY;
    }
  }

  synchronized void failed(Instant until) {
    if (state == State.WORKING) {
      expires = until;
      state = State.FAILED;
    }
  }

  synchronized void end() {
    state = State.ENDED;
  }
}
