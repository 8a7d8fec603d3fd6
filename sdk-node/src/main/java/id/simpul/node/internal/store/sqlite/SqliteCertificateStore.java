package id.simpul.node.internal.store.sqlite;

import id.simpul.health.certificate.RevocationHash;
import id.simpul.node.internal.store.CertificateEvents;
import id.simpul.node.internal.store.CertificateStore;
import id.simpul.node.internal.store.StreamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Issued and revoked certificates in the one SQLite file: each is a stream of one event, named by
 * the hash, so that the index of names finds them and no table has to follow.
 */
final class SqliteCertificateStore implements CertificateStore {
  private static final String ISSUED = "hcert:";
  private static final String REVOKED = "hcert-revoked:";

  // What begins with the name stands between it and the next character.
  private static final String AFTER_REVOKED = "hcert-revoked;";
  private static final String STANDING = "SELECT id FROM stream WHERE id IN (?, ?)";
  private static final String RECORDED =
      """
      SELECT e.recorded_at FROM stream s JOIN event e ON e.stream = s.number
      WHERE s.id = ? AND e.stream_sequence = 1
      """;
  private static final String SINCE =
      """
      SELECT s.id FROM stream s JOIN event e ON e.stream = s.number AND e.stream_sequence = 1
      WHERE s.id > ? AND s.id < ? AND e.recorded_at >= ? LIMIT ?
      """;

  private final SqliteWork work;
  private final InstantSource clock;

  SqliteCertificateStore(SqliteWork work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  private static StreamId stream(String kind, RevocationHash number) {
    return new StreamId(kind + HexFormat.of().formatHex(number.bytes()));
  }

  @Override
  public Standing standing(RevocationHash number) {
    StreamId issued = stream(ISSUED, number);
    StreamId revoked = stream(REVOKED, number);
    return work.read(
        "standing of a certificate",
        session -> {
          PreparedStatement select = session.statement(STANDING);
          select.setString(1, issued.value());
          select.setString(2, revoked.value());
          Standing standing = Standing.UNKNOWN;
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next() && standing != Standing.REVOKED) {
              boolean back = rows.getString(1).equals(revoked.value());
              standing = back ? Standing.REVOKED : Standing.ISSUED;
            }
          }
          return standing;
        });
  }

  @Override
  public Standing issue(RevocationHash number, String actor) {
    StreamId issued = stream(ISSUED, number);
    StreamId revoked = stream(REVOKED, number);
    return work.write(session -> {
      if (session.find(revoked).isPresent()) {
        return Standing.REVOKED;
      }
      if (session.find(issued).isEmpty()) {
        session.begin(
            issued, CertificateEvents.of(CertificateEvents.ISSUED, number, actor, clock.instant()));
      }
      return Standing.ISSUED;
    });
  }

  @Override
  public Optional<Instant> revoke(RevocationHash number, String actor) {
    StreamId issued = stream(ISSUED, number);
    StreamId revoked = stream(REVOKED, number);
    return work.write(session -> {
      Optional<Instant> before = recordedAt(session, revoked);
      if (before.isPresent() || session.find(issued).isEmpty()) {
        return before;
      }
      session.begin(
          revoked, CertificateEvents.of(CertificateEvents.REVOKED, number, actor, clock.instant()));
      return recordedAt(session, revoked);
    });
  }

  private static Optional<Instant> recordedAt(LogSession session, StreamId stream)
      throws SQLException {
    try (PreparedStatement select = session.connection().prepareStatement(RECORDED)) {
      select.setString(1, stream.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(Micros.toInstant(row.getLong(1))) : Optional.empty();
      }
    }
  }

  @Override
  public Set<RevocationHash> revokedSince(Instant from, int limit) {
    return work.read(
        "revoked certificates",
        session -> {
          PreparedStatement select = session.statement(SINCE);
          select.setString(1, REVOKED);
          select.setString(2, AFTER_REVOKED);
          select.setLong(3, Micros.of(from));
          select.setInt(4, limit);
          Set<RevocationHash> found = new HashSet<>();
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              String hash = rows.getString(1).substring(REVOKED.length());
              found.add(RevocationHash.ofBytes(HexFormat.of().parseHex(hash)));
            }
          }
          return found;
        });
  }
}
