package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Params;
import id.simpul.core.operation.Violation;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.health.wire.BulkAnswer;
import id.simpul.health.wire.BulkDataV2;
import id.simpul.health.wire.ExportFile;
import id.simpul.health.wire.NdjsonFile;
import id.simpul.node.internal.config.OwnerOnly;
import id.simpul.node.internal.http.CallContext;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exports of a node. Each belongs to the key that asked for it and is there for nobody else; a
 * few are kept at once, each is deleted an hour after it is ready, and none outlives the process:
 * what a crash leaves is deleted at the start. The files hold records in the clear, for the node's
 * own user alone. Thread-safe.
 */
public final class Exports implements AutoCloseable {
  /** The most exports that are kept at once, ready or not. */
  public static final int MAX_KEPT = 8;

  /** The most that are kept of one key. */
  public static final int MAX_EACH = 2;

  /** How long an export that is ready is kept. */
  public static final Duration RETENTION = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final int ID_BYTES = 16;
  private static final String BUSY_SECONDS = "60";

  private final ExportSlot slot;
  private final FhirStore store;
  private final URI base;
  private final InstantSource clock;
  private final ExportWriter writer;
  private final ExportRoom room;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ExportJob> jobs = new LinkedHashMap<>();
  // One gathers, one deletes: what is large must not keep what is old.
  private final ScheduledThreadPoolExecutor gathering = thread("simpul-export");
  private final ScheduledThreadPoolExecutor deleting = thread("simpul-export-end");

  private Exports(
      ExportSlot slot, FhirStore store, URI base, InstantSource clock, ExportRoom room) {
    this.slot = slot;
    this.store = store;
    this.base = base;
    this.clock = clock;
    this.writer = new ExportWriter(store, base, room);
    this.room = room;
  }

  private static ScheduledThreadPoolExecutor thread(String name) {
    return new ScheduledThreadPoolExecutor(
        1,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Begins, with nothing: what processes that are gone have left is deleted.
   *
   * @param folder where files go; the exports' alone, and each process has its own folder in it
   * @param store where the records are
   * @param base what the URLs of exports begin with
   * @param clock tells when they are deleted
   * @return the exports, to be closed
   */
  public static Exports open(Path folder, FhirStore store, URI base, InstantSource clock) {
    return open(folder, store, base, clock, ExportRoom.on(folder));
  }

  static Exports open(
      Path folder, FhirStore store, URI base, InstantSource clock, ExportRoom room) {
    Exports exports = new Exports(ExportSlot.take(folder), store, base, clock, room);
    var unused =
        exports.deleting.scheduleWithFixedDelay(
            exports::look, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    return exports;
  }

  /** Takes an export; asked for again under the same key, it is the same. */
  BulkAnswer begin(Params params, CallContext call) {
    ExportRequests.Wanted wanted = ExportRequests.read(params, call.headers());
    String owner = call.caller().scope();
    long erasure = deleteOld();
    synchronized (jobs) {
      Optional<ExportJob> earlier = call.idempotencyKey().flatMap(once -> earlier(once, owner));
      if (earlier.isPresent()) {
        return pending(earlier.get());
      }
      requirePlace(owner);
      byte[] bytes = new byte[ID_BYTES];
      random.nextBytes(bytes);
      String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('_', '.');
      ExportJob job =
          new ExportJob(id, owner, call.idempotency(), wanted, slot.folder().resolve(id), erasure);
      jobs.put(id, job);
      gathering.execute(() -> gather(job));
      return pending(job);
    }
  }

  // One that failed answers for no key: whoever asks again wants another.
  private Optional<ExportJob> earlier(CallContext.IdempotencyKey once, String owner) {
    for (ExportJob known : jobs.values()) {
      if (known.owner().equals(owner)
          && known.isUnder(once.key())
          && known.state() != ExportJob.State.FAILED) {
        if (!known.isSame(once.fingerprint())) {
          throw Replays.conflict();
        }
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private void requirePlace(String owner) {
    long mine =
        jobs.values().stream()
            .filter(job -> job.owner().equals(owner) && job.state() != ExportJob.State.FAILED)
            .count();
    makeRoom();
    if (mine >= MAX_EACH || jobs.size() >= MAX_KEPT) {
      throw Refusal.of(
              429, Violation.BUSY, "exports", "too many exports are kept; delete one, or wait")
          .with("Retry-After", BUSY_SECONDS);
    }
    if (!hasRoom()) {
      throw Refusal.of(503, Violation.BUSY, "exports", "the disk has no room for an export now")
          .with("Retry-After", BUSY_SECONDS);
    }
  }

  private boolean hasRoom() {
    try {
      return room.has(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BulkAnswer pending(ExportJob job) {
    String progress = job.written() + " records";
    return new BulkAnswer.Pending(base + "/" + job.id(), progress);
  }

  private void gather(ExportJob job) {
    try {
      OwnerOnly.createDirectory(slot.folder());
      Instant upTo = clock.instant();
      // Whatever was stamped before is on disk when this returns.
      store.settled().join();
      BulkManifest manifest = writer.write(job, upTo);
      trace(job, manifest);
      job.ready(manifest, clock.instant().plus(RETENTION));
    } catch (IOException | RuntimeException | Error e) {
      // Whatever it was: nobody waits for ever, and nothing is left in the clear.
      if (job.state() == ExportJob.State.WORKING) {
        LOG.error("An export failed: {}", e.getClass().getName());
      }
      job.failed(clock.instant().plus(RETENTION));
    } finally {
      if (job.state() != ExportJob.State.READY) {
        drop(job);
      }
    }
  }

  // Nobody gets a file before it is on disk who does.
  private void trace(ExportJob job, BulkManifest manifest) {
    String operation = BulkDataV2.KICK_OFF.id();
    for (BulkManifest.Item item : manifest.output()) {
      Map<String, Long> records = Map.of("", item.count());
      store.trail().add(new FhirAccess(job.owner(), operation, item.type(), records)).join();
    }
  }

  // One that failed is kept to say so, but not in the place of another.
  private void makeRoom() {
    if (jobs.size() >= MAX_KEPT) {
      jobs.values().removeIf(job -> job.state() == ExportJob.State.FAILED);
    }
  }

  private ExportJob mine(String id, CallContext call) {
    deleteOld();
    synchronized (jobs) {
      ExportJob job = jobs.get(id);
      if (job == null || !job.owner().equals(call.caller().scope())) {
        throw missing();
      }
      return job;
    }
  }

  private static Refusal missing() {
    return Refusal.of(404, Violation.NOT_FOUND, "export", "there is no such export");
  }

  /** How far an export has come. */
  BulkAnswer status(String id, CallContext call) {
    ExportJob job = mine(id, call);
    return switch (job.state()) {
      case WORKING -> pending(job);
      case READY ->
          new BulkAnswer.Ready(
              job.manifest(),
              FhirRoutes.httpDate(Objects.requireNonNull(job.expires(), "expires")));
      case FAILED ->
          throw Refusal.of(500, Violation.UNSUPPORTED, "export", "the export failed; ask again");
      case ENDED -> throw missing();
    };
  }

  /** Ends an export and deletes its files. */
  BulkAnswer end(String id, CallContext call) {
    ExportJob job = mine(id, call);
    synchronized (jobs) {
      jobs.remove(id);
    }
    job.end();
    drop(job);
    return new BulkAnswer.Pending("", "");
  }

  /** A file of an export. */
  NdjsonFile file(ExportFile asked, CallContext call) {
    ExportJob job = mine(asked.job(), call);
    boolean listed =
        job.state() == ExportJob.State.READY
            && job.manifest().output().stream()
                .anyMatch(item -> item.url().getPath().endsWith("/" + asked.file()));
    if (!listed) {
      throw missing();
    }
    Path file = job.folder().resolve(asked.file());
    try {
      return new NdjsonFile(file, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes what is over. An erasure ends whatever was begun before it, since it may hold what was
   * erased; the client asks again.
   *
   * @return the last erasure there was
   */
  long deleteOld() {
    Instant now = clock.instant();
    long erasure = store.lastErasure();
    List<ExportJob> old;
    synchronized (jobs) {
      old = jobs.values().stream().filter(job -> job.isOver(now, erasure)).toList();
      old.forEach(job -> jobs.remove(job.id()));
    }
    old.forEach(ExportJob::end);
    old.forEach(this::drop);
    return erasure;
  }

  // What a timer throws ends it.
  private void look() {
    try {
      var unused = deleteOld();
    } catch (RuntimeException e) {
      LOG.warn("Exports that are over were not deleted; tried again in {}", LOOK, e);
    }
  }

  private void drop(ExportJob job) {
    delete(job.folder());
    room.giveBack(job);
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // A walk throws the latter, also when another deletes the same. It is tried again at the next
      // start; the file names hold nothing.
      LOG.warn("The files of an export were not deleted", e);
    }
  }

  @Override
  public void close() {
    gathering.shutdownNow();
    deleting.shutdownNow();
    synchronized (jobs) {
      jobs.values().forEach(ExportJob::end);
      jobs.clear();
    }
    slot.close();
  }
}
