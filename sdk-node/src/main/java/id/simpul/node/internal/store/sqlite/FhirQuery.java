package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirSearch;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The statement of one search. It goes through what the rarest of its conditions finds, in order,
 * and asks of each whether the others hold, so that a page costs what the rarest finds at most, and
 * often much less. Of conditions that all find {@value #MAX_PROBE} resources or more, the first
 * counts as the rarest.
 */
final class FhirQuery {
  /** Up to how many resources a condition finds is looked at first, to tell the rarest. */
  static final int PROBE = 1_000;

  /** How many times as many are looked at next, while all conditions find that many. */
  static final int PROBE_STEP = 16;

  /** Up to how many are looked at in the end. */
  static final int MAX_PROBE = PROBE * PROBE_STEP * PROBE_STEP;

  private static final int NONE = -1;

  private final FhirSearch search;
  private final int driver;
  private final StringBuilder from = new StringBuilder(" FROM fhir_resource r");
  private final StringBuilder where = new StringBuilder(" WHERE r.type = ? AND r.version > 0");
  private final List<Object> values = new ArrayList<>();

  private FhirQuery(FhirSearch search, int driver) {
    this.search = search;
    this.driver = driver;
  }

  static FhirQuery of(ReadSession session, FhirSearch search) throws SQLException {
    // No more than a few resources have the ids of a search.
    int driver = search.ids().isEmpty() ? rarest(session, search.terms()) : NONE;
    FhirQuery query = new FhirQuery(search, driver);
    if (driver != NONE) {
      query.driveBy(search.terms().get(driver));
    }
    query.addConditions();
    return query;
  }

  /** Which of the conditions is taken for the rarest; -1 when there are none. */
  static int rarest(ReadSession session, List<Set<Digest>> conditions) throws SQLException {
    if (conditions.size() < 2) {
      return conditions.size() - 1;
    }
    int rarest = NONE;
    for (int most = PROBE; rarest == NONE && most <= MAX_PROBE; most *= PROBE_STEP) {
      rarest = rarest(session, conditions, most);
    }
    return rarest == NONE ? 0 : rarest;
  }

  /** The condition that finds the fewest, if one finds fewer than so many. */
  private static int rarest(ReadSession session, List<Set<Digest>> conditions, int most)
      throws SQLException {
    int rarest = NONE;
    int fewest = most;
    for (int i = 0; i < conditions.size() && fewest > 0; i++) {
      int found = probe(session, conditions.get(i), fewest);
      if (found < fewest) {
        fewest = found;
        rarest = i;
      }
    }
    return rarest;
  }

  private static int probe(ReadSession session, Set<Digest> any, int most) throws SQLException {
    List<Object> values = new ArrayList<>(any);
    values.add(most);
    PreparedStatement select =
        session.statement(
            "SELECT count(*) FROM (SELECT 1 FROM fhir_term WHERE term "
                + oneOf(any.size())
                + " LIMIT ?)");
    return FhirReads.number(select, values);
  }

  // A resource that several of the values find is one; CROSS keeps the order of the tables.
  private void driveBy(Set<Digest> any) {
    from.setLength(0);
    from.append(" FROM (SELECT ").append(any.size() > 1 ? "DISTINCT " : "");
    from.append("stream FROM fhir_term WHERE term ").append(oneOf(any.size()));
    from.append(") d CROSS JOIN fhir_resource r ON r.stream = d.stream");
    values.addAll(any);
  }

  private void addConditions() {
    values.add(search.type());
    for (Set<String> ids : search.ids()) {
      any("r.id ", ids, "");
    }
    for (int i = 0; i < search.terms().size(); i++) {
      if (i != driver) {
        Set<Digest> any = search.terms().get(i);
        any("EXISTS (SELECT 1 FROM fhir_term t WHERE t.stream = r.stream AND t.term ", any, ")");
      }
    }
    if (search.updated().from() != null) {
      add("r.last_updated >= ?", Micros.of(search.updated().from()));
    }
    if (search.updated().to() != null) {
      add("r.last_updated <= ?", Micros.of(search.updated().to()));
    }
  }

  private void any(String before, Set<?> any, String after) {
    where.append(" AND ").append(before).append(oneOf(any.size())).append(after);
    values.addAll(any);
  }

  private void add(String clause, Object value) {
    where.append(" AND ").append(clause);
    values.add(value);
  }

  private static String oneOf(int count) {
    return count == 1 ? "= ?" : "IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  /**
   * A resource that was found; its content is read apart, so that none is sorted.
   *
   * @param stream its number
   * @param version its current version
   */
  record Hit(long stream, long version) {}

  /** A page, and one resource more when there are others behind it. */
  List<Hit> page(ReadSession session) throws SQLException {
    String stream = driver == NONE ? "r.stream" : "d.stream";
    StringBuilder sql = new StringBuilder("SELECT r.stream, r.version").append(from).append(where);
    List<Object> all = new ArrayList<>(values);
    if (search.page().previous().isPresent()) {
      sql.append(" AND ").append(stream);
      sql.append(" > (SELECT stream FROM fhir_resource WHERE id = ? AND type = ?)");
      all.add(search.page().previous().get());
      all.add(search.type());
    }
    sql.append(" ORDER BY ").append(stream).append(" LIMIT ?");
    all.add(search.page().limit() + 1);
    PreparedStatement select = session.statement(sql.toString());
    FhirReads.bind(select, all);
    List<Hit> hits = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        hits.add(new Hit(rows.getLong(1), rows.getLong(2)));
      }
    }
    return hits;
  }

  /** How many there are, up to a number. */
  int count(ReadSession session, int most) throws SQLException {
    List<Object> all = new ArrayList<>(values);
    all.add(most);
    PreparedStatement select =
        session.statement("SELECT count(*) FROM (SELECT 1" + from + where + " LIMIT ?)");
    return FhirReads.number(select, all);
  }
}
