package id.simpul.node.internal.store.sqlite;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoredResource;
import id.simpul.node.internal.store.StoredVersion;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads health records. */
final class FhirReads {
  private static final String SELECT =
      "SELECT r.type, r.id, v.version, v.last_updated, v.key_id, v.sealed"
          + " FROM fhir_resource r JOIN fhir_version v ON v.stream = r.stream";

  private static final String CURRENT =
      "SELECT version FROM fhir_resource WHERE type = ? AND id = ?";

  private FhirReads() {}

  /**
   * A version whose content is still encrypted.
   *
   * @param version which it is
   * @param sealed its content
   */
  record Found(StoredVersion version, SealedIdentity sealed) {
    StoredResource open(IdentityVault vault) {
      return new StoredResource(
          version, vault.open(FhirTables.Sealed.row(version.key(), version.version()), sealed));
    }
  }

  static List<Found> versions(ReadSession session, String where, List<Object> values)
      throws SQLException {
    PreparedStatement select = session.statement(SELECT + where);
    bind(select, values);
    List<Found> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(found(rows));
      }
    }
    return found;
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        FhirTables.version(row), new SealedIdentity(row.getString(5), row.getBytes(6)));
  }

  /** The number of the current version of a resource, 0 when there is none. */
  static int version(ReadSession session, ResourceKey key) throws SQLException {
    PreparedStatement select = session.statement(CURRENT);
    bind(select, List.of(key.resourceType(), key.id()));
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  /**
   * A page of the versions of one resource; the number of the current one is how many there are.
   */
  static Page history(ReadSession session, ResourceKey key, long before, int limit)
      throws SQLException {
    int total = version(session, key);
    Gathering page = new Gathering(limit);
    PreparedStatement select =
        session.statement(
            SELECT
                + " WHERE r.type = ? AND r.id = ? AND v.version < ?"
                + " ORDER BY v.version DESC LIMIT ?");
    bind(select, List.of(key.resourceType(), key.id(), before, limit + 1));
    boolean more = false;
    try (ResultSet rows = select.executeQuery()) {
      while (!more && rows.next()) {
        more = !page.add(found(rows));
      }
    }
    return new Page(page.found, more, OptionalInt.of(total));
  }

  /**
   * What a search found.
   *
   * @param found a page
   * @param more whether there are others behind it
   * @param total how many there are, one past the most that are counted when there are more; empty
   *     when nobody counted, or not to the end
   */
  record Page(List<Found> found, boolean more, OptionalInt total) {}

  /** A page; what is found is counted once, with the first, as far as the time allows. */
  static Page search(ReadSession session, FhirSearch search) throws SQLException {
    FhirQuery query = FhirQuery.of(session, search);
    Page page = page(session, search, query);
    if (search.page().previous().isPresent()) {
      return page;
    }
    // Where all stands on one page, it is counted already.
    OptionalInt total = page.more() ? counted(session, query) : OptionalInt.of(page.found().size());
    return new Page(page.found(), page.more(), total);
  }

  // A page is an answer without a number beside it: FHIR has Bundle.total 0..1.
  private static OptionalInt counted(ReadSession session, FhirQuery query) throws SQLException {
    try {
      return OptionalInt.of(query.count(session, FhirPage.MAX_COUNTED + 1));
    } catch (SQLException e) {
      if (SqliteFailures.kind(e) != StoreException.Kind.TOO_COSTLY) {
        throw e;
      }
      return OptionalInt.empty();
    }
  }

  /** A page of all there is, for who goes through it to the end. */
  static Page walk(ReadSession session, FhirSearch search) throws SQLException {
    return page(session, search, FhirQuery.of(session, search));
  }

  private static Page page(ReadSession session, FhirSearch search, FhirQuery query)
      throws SQLException {
    Gathering page = new Gathering(search.page().limit());
    for (FhirQuery.Hit hit : query.page(session)) {
      List<Object> values = List.of(hit.stream(), hit.version());
      for (Found each : versions(session, " WHERE v.stream = ? AND v.version = ?", values)) {
        if (!page.add(each)) {
          return new Page(page.found, true, OptionalInt.empty());
        }
      }
    }
    return new Page(page.found, false, OptionalInt.empty());
  }

  /** A page as it fills: with so many versions, and so many bytes of contents. */
  private static final class Gathering {
    private final List<Found> found = new ArrayList<>();
    private final int limit;
    private long bytes;

    Gathering(int limit) {
      this.limit = limit;
    }

    /** Adds a version if there is room for it. */
    boolean add(Found next) {
      bytes += next.sealed().length();
      boolean room = found.isEmpty() || bytes <= FhirPage.MAX_BYTES;
      return found.size() < limit && room && found.add(next);
    }
  }

  /** The one number that a statement finds. */
  static int number(PreparedStatement select, List<Object> values) throws SQLException {
    bind(select, values);
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Sets the values of a statement. */
  static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof Digest term) {
        statement.setBytes(i + 1, term.bytes());
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
