package id.simpul.node.internal.store.sqlite;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirTrail;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The trail in the one SQLite file. */
final class SqliteFhirTrail implements FhirTrail {
  private static final int ROW_BYTES = 256;
  private static final String SELECT =
      "SELECT number, at, actor, operation, type, id, records FROM fhir_access WHERE number > ?";

  private final SqliteWork work;
  private final InstantSource clock;

  SqliteFhirTrail(SqliteWork work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<Void> add(FhirAccess access) {
    long bytes = SqliteStore.COMMAND_OVERHEAD_BYTES + (long) ROW_BYTES * access.records().size();
    return work.writer().submit(bytes, session -> insert(session, access)).thenAccept(done -> {});
  }

  private boolean insert(LogSession session, FhirAccess access) throws SQLException {
    long now = Micros.of(clock.instant());
    try (PreparedStatement insert =
        session
            .connection()
            .prepareStatement("INSERT INTO fhir_access VALUES (NULL, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, now);
      insert.setString(2, access.actor());
      insert.setString(3, access.operation());
      insert.setString(4, access.type());
      for (Map.Entry<String, Long> each : access.records().entrySet()) {
        insert.setString(5, each.getKey());
        insert.setLong(6, each.getValue());
        insert.executeUpdate();
      }
    }
    return true;
  }

  @Override
  public List<FhirAccess.Kept> after(long number, @Nullable ResourceKey of, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " accesses, not " + limit);
    }
    return work.read("accesses to health records", session -> read(session, number, of, limit));
  }

  private static List<FhirAccess.Kept> read(
      ReadSession session, long number, @Nullable ResourceKey of, int limit) throws SQLException {
    String which = of == null ? "" : " AND type = ? AND id = ?";
    PreparedStatement select = session.statement(SELECT + which + " ORDER BY number LIMIT ?");
    int next = 1;
    select.setLong(next++, number);
    if (of != null) {
      select.setString(next++, of.resourceType());
      select.setString(next++, of.id());
    }
    select.setInt(next, limit);
    List<FhirAccess.Kept> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new FhirAccess.Kept(
                row.getLong(1),
                Micros.toInstant(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7)));
      }
    }
    return found;
  }
}
