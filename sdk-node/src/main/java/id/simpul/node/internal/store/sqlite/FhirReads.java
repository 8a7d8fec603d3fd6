package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirPage;
import id.simpul.node.internal.store.FhirSearch;
import id.simpul.node.internal.store.StoredResource;
import id.simpul.node.internal.store.StoredVersion;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Reads health records. */
final class FhirReads {
  private static final String SELECT =
      "SELECT r.type, r.id, v.version, v.last_updated, v.key_id, v.sealed"
          + " FROM fhir_resource r JOIN fhir_version v ON v.stream = r.stream";

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
        found.add(
            new Found(
                FhirTables.version(rows), new SealedIdentity(rows.getString(5), rows.getBytes(6))));
      }
    }
    return found;
  }

  /** A page, and one more when there are others behind it. */
  static List<Found> search(ReadSession session, FhirSearch search) throws SQLException {
    Conditions conditions = Conditions.of(search);
    if (search.page().previous().isPresent()) {
      conditions.add(
          "r.stream > (SELECT stream FROM fhir_resource WHERE id = ? AND type = ?)",
          search.page().previous().get());
      conditions.values.add(search.type());
    }
    conditions.values.add(search.page().limit() + 1);
    return versions(
        session,
        conditions.sql() + " AND v.version = r.version ORDER BY r.stream LIMIT ?",
        conditions.values);
  }

  /** How many there are; one past the most that are counted when there are more. */
  static int count(ReadSession session, FhirSearch search) throws SQLException {
    Conditions conditions = Conditions.of(search);
    conditions.values.add(FhirPage.MAX_COUNTED + 1);
    PreparedStatement select =
        session.statement(
            "SELECT count(*) FROM (SELECT 1 FROM fhir_resource r" + conditions.sql() + " LIMIT ?)");
    bind(select, conditions.values);
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof Digest term) {
        statement.setBytes(i + 1, term.bytes());
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  /** The conditions of one search, with their values in order. */
  private static final class Conditions {
    private final StringBuilder sql = new StringBuilder(" WHERE r.type = ?");
    private final List<Object> values = new ArrayList<>();

    static Conditions of(FhirSearch search) {
      Conditions made = new Conditions();
      made.values.add(search.type());
      for (Set<Digest> terms : search.terms()) {
        made.oneOf("r.stream IN (SELECT stream FROM fhir_term WHERE term IN (", "))", terms);
      }
      for (Set<String> ids : search.ids()) {
        made.oneOf("r.id IN (", ")", ids);
      }
      if (search.updated().from() != null) {
        made.add("r.last_updated >= ?", Micros.of(search.updated().from()));
      }
      if (search.updated().to() != null) {
        made.add("r.last_updated <= ?", Micros.of(search.updated().to()));
      }
      return made;
    }

    private void oneOf(String before, String after, Set<?> any) {
      sql.append(" AND ").append(before);
      sql.append(String.join(", ", Collections.nCopies(any.size(), "?"))).append(after);
      values.addAll(any);
    }

    private void add(String clause, Object value) {
      sql.append(" AND ").append(clause);
      values.add(value);
    }

    String sql() {
      return sql.toString();
    }
  }
}
