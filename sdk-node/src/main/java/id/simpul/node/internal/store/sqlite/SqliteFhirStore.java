package id.simpul.node.internal.store.sqlite;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.FhirCommand;
import id.simpul.node.internal.store.FhirErasure;
import id.simpul.node.internal.store.FhirEvents;
import id.simpul.node.internal.store.FhirOutcome;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.FhirTrail;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoredResource;
import id.simpul.node.internal.store.StoredVersion;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import id.simpul.node.internal.store.sqlite.FhirTables.Sealed;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The health records in the one SQLite file, which several processes may share. */
final class SqliteFhirStore implements FhirStore {
  private static final String OF_RESOURCE = " WHERE r.type = ? AND r.id = ?";

  private final SqliteWork work;
  private final IdentityVault vault;
  private final InstantSource clock;
  private final FhirTrail trail;

  SqliteFhirStore(SqliteWork work, IdentityVault vault, InstantSource clock) {
    this.work = work;
    this.vault = vault;
    this.clock = clock;
    this.trail = new SqliteFhirTrail(work, clock);
  }

  private record Prepared(FhirWrite write, NewEvent event, Sealed sealed) {}

  static StreamId stream(ResourceKey key) {
    return new StreamId(key.resourceType() + "/" + key.id());
  }

  @Override
  public CompletableFuture<FhirOutcome> write(FhirCommand command) {
    Instant now = clock.instant();
    List<Prepared> all = new ArrayList<>();
    long bytes = SqliteStore.COMMAND_OVERHEAD_BYTES;
    for (FhirWrite write : command.writes()) {
      Sealed sealed = Sealed.of(vault, write);
      all.add(new Prepared(write, FhirEvents.stored(write, command.actor(), now), sealed));
      bytes += SqliteStore.COMMAND_OVERHEAD_BYTES + sealed.content().length();
      bytes += (long) Sealed.TERM_BYTES * write.index().terms().size();
    }
    Idempotency once = command.idempotency().orElse(null);
    return work.writer().submit(bytes, session -> write(session, all, once));
  }

  @Override
  public CompletableFuture<Optional<FhirOutcome>> earlier(Idempotency once) {
    return work.writer()
        .submit(SqliteStore.COMMAND_OVERHEAD_BYTES, session -> earlier(session, once));
  }

  @Override
  public CompletableFuture<FhirErasure.Outcome> erase(FhirErasure erasure) {
    NewEvent event = FhirEvents.erased(erasure.key(), erasure.actor(), clock.instant());
    long bytes =
        SqliteStore.COMMAND_OVERHEAD_BYTES + (long) Sealed.TERM_BYTES * erasure.pointers().size();
    return work.writer().submit(bytes, session -> FhirErasures.erase(session, erasure, event));
  }

  @Override
  public boolean isErased(ResourceKey key) {
    return work.read(
        "erased health record",
        session -> FhirErasures.isErased(session, key.resourceType(), key.id()));
  }

  @Override
  public long lastErasure() {
    return work.read("erasures of health records", FhirErasures::last);
  }

  @Override
  public FhirTrail trail() {
    return trail;
  }

  @Override
  public CompletableFuture<Void> settled() {
    return work.writer()
        .submit(SqliteStore.COMMAND_OVERHEAD_BYTES, session -> true)
        .thenAccept(done -> {});
  }

  // Everything is looked at before anything is written: others share the transaction.
  private FhirOutcome write(LogSession session, List<Prepared> all, @Nullable Idempotency once)
      throws SQLException {
    Optional<FhirOutcome> earlier = once == null ? Optional.empty() : earlier(session, once);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<FhirOutcome> refusal = refusal(session, all);
    return refusal.isPresent() ? refusal.get() : writeAll(session, all, once);
  }

  private static Optional<FhirOutcome> earlier(LogSession session, Idempotency once)
      throws SQLException {
    Optional<SubmissionOutcome> earlier = session.earlier(once);
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    if (!(earlier.get() instanceof SubmissionOutcome.Replayed replayed)) {
      return Optional.of(new FhirOutcome.KeyConflict());
    }
    Connection connection = session.connection();
    return Optional.of(
        FhirErasures.touched(connection, replayed.sequence())
            ? new FhirOutcome.Erased()
            : new FhirOutcome.Replayed(FhirTables.batch(connection, replayed.sequence())));
  }

  private static Optional<FhirOutcome> refusal(LogSession session, List<Prepared> all)
      throws SQLException {
    Set<Object> taken = new HashSet<>();
    Set<ResourceKey> own = new HashSet<>();
    all.forEach(each -> own.add(each.write().key()));
    for (int i = 0; i < all.size(); i++) {
      FhirWrite write = all.get(i).write();
      if (FhirTables.version(session.connection(), write.key()) != write.version() - 1) {
        return Optional.of(new FhirOutcome.OtherVersion(i));
      }
      // Each version is an event of its resource's stream.
      if (write.version() > Store.MAX_STREAM_EVENTS) {
        return Optional.of(new FhirOutcome.Full(i));
      }
      boolean twice = write.index().unique().stream().anyMatch(term -> !taken.add(term));
      if (twice || FhirTables.isTaken(session.connection(), write, own)) {
        return Optional.of(new FhirOutcome.Duplicate(i));
      }
    }
    return Optional.empty();
  }

  private static FhirOutcome writeAll(
      LogSession session, List<Prepared> all, @Nullable Idempotency once) throws SQLException {
    List<StoredVersion> written = new ArrayList<>();
    // What one gives up another may take, whichever of them comes first.
    for (Prepared each : all) {
      FhirTables.free(session.connection(), each.write());
    }
    long batch = 0;
    long first = 0;
    for (Prepared each : all) {
      StreamId id = stream(each.write().key());
      Optional<StreamRow> found = session.find(id);
      Event event =
          found.isPresent()
              ? session.add(id, found.get(), each.event())
              : session.begin(id, each.event());
      long stream = found.map(StreamRow::number).orElse(event.sequence());
      if (batch == 0) {
        batch = event.sequence();
        first = stream;
      }
      FhirTables.write(
          session.connection(),
          new FhirTables.Row(stream, event.sequence(), batch, event.envelope().recordedAt()),
          each.write(),
          each.sealed());
      written.add(
          new StoredVersion(
              each.write().key(), each.write().version(), event.envelope().recordedAt()));
    }
    if (once != null) {
      session.keep(once, first, batch);
    }
    return new FhirOutcome.Written(written);
  }

  @Override
  public Optional<StoredResource> find(ResourceKey key) {
    return read(OF_RESOURCE + " AND v.version = r.version", key).stream().findFirst();
  }

  @Override
  public OptionalLong version(ResourceKey key) {
    long version = work.read("health record", session -> FhirReads.version(session, key));
    return version == 0 ? OptionalLong.empty() : OptionalLong.of(version);
  }

  @Override
  public Optional<StoredResource> find(ResourceKey key, long version) {
    return read(OF_RESOURCE + " AND v.version = ?", key, version).stream().findFirst();
  }

  @Override
  public FhirPage versions(ResourceKey key, long before, int limit) {
    return page(
        work.read("health record", session -> FhirReads.history(session, key, before, limit)));
  }

  private List<StoredResource> read(String where, ResourceKey key, Object... more) {
    List<Object> values = new ArrayList<>(List.of(key.resourceType(), key.id()));
    values.addAll(List.of(more));
    return open(work.read("health record", session -> FhirReads.versions(session, where, values)));
  }

  private List<StoredResource> open(List<FhirReads.Found> found) {
    return found.stream().map(f -> f.open(vault)).toList();
  }

  @Override
  public FhirPage search(FhirSearch search) {
    return page(
        work.search("search for health records", session -> FhirReads.search(session, search)));
  }

  @Override
  public FhirPage walk(FhirSearch search) {
    return page(work.read("walk through health records", s -> FhirReads.walk(s, search)));
  }

  private FhirPage page(FhirReads.Page page) {
    boolean counted = page.total().orElse(Integer.MAX_VALUE) <= FhirPage.MAX_COUNTED;
    return new FhirPage(
        open(page.found()), page.more(), counted ? page.total() : OptionalInt.empty());
  }
}
