package id.simpul.node.internal.fhir;

import id.simpul.health.bulk.BulkManifest;
import id.simpul.node.internal.http.CallContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
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
  private final String fingerprint;
  private final ExportRequests.Wanted wanted;
  private final Path folder;
  private final long erasure;
  private final AtomicLong bytes = new AtomicLong();
  private volatile State state = State.WORKING;
  private volatile long written;
  private volatile @Nullable BulkManifest manifest;
  private volatile @Nullable Instant expires;

  /**
   * A new export.
   *
   * @param id its name, which nobody can guess
   * @param owner who asked for it
   * @param once the idempotency key it was asked for under, or null
   * @param wanted what was asked for
   * @param folder where its files go
   * @param erasure the last erasure before it began
   */
  ExportJob(
      String id,
      String owner,
      CallContext.@Nullable IdempotencyKey once,
      ExportRequests.Wanted wanted,
      Path folder,
      long erasure) {
    this.id = Objects.requireNonNull(id, "id");
    this.owner = Objects.requireNonNull(owner, "owner");
    this.key = once == null ? "" : once.key();
    this.fingerprint = once == null ? "" : once.fingerprint();
    this.wanted = Objects.requireNonNull(wanted, "wanted");
    this.folder = Objects.requireNonNull(folder, "folder");
    this.erasure = erasure;
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  /** Whether it was asked for under a key. */
  boolean isUnder(String given) {
    return !key.isEmpty() && key.equals(given);
  }

  /** Whether the same was asked for under its key. */
  boolean isSame(String given) {
    return fingerprint.equals(given);
  }

  /** Notes that files have grown. */
  void took(long more) {
    bytes.addAndGet(more);
  }

  /** All that was taken, once. */
  long gaveBack() {
    return bytes.getAndSet(0);
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

  /** Whether it is over: its time, or a record that it may hold was erased. */
  boolean isOver(Instant now, long lastErasure) {
    Instant until = expires;
    return erasure < lastErasure || (until != null && !now.isBefore(until));
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
