package id.simpul.node.internal.store.sqlite;

import id.simpul.core.format.FormatException;
import id.simpul.identity.presentation.OpenRequest;
import id.simpul.identity.wire.QueryDocument;
import id.simpul.node.internal.store.RequestStore;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The verifier's memory in the one SQLite file, which several processes may share. */
final class SqliteRequestStore implements RequestStore {
  private final SqliteWork work;
  private final IdentityVault vault;
  private final String name;

  SqliteRequestStore(SqliteWork work, IdentityVault vault, String name) {
    this.work = work;
    this.vault = vault;
    this.name = name;
  }

  private static StreamId row(String state) {
    return new StreamId("shown:" + state);
  }

  @Override
  public void add(OpenRequest request) {
    work.write(session -> {
      try (PreparedStatement insert =
          session
              .connection()
              .prepareStatement(
                  "INSERT INTO presentation_request VALUES (?, ?, ?, ?, 0, NULL, NULL)")) {
        insert.setString(1, request.state());
        insert.setString(2, request.nonce());
        insert.setBytes(3, QueryDocument.write(request.query()));
        insert.setLong(4, Micros.of(request.expiresAt()));
        return insert.executeUpdate();
      }
    });
  }

  @Override
  public Optional<OpenRequest> find(String state, Instant now) {
    return work.read(
        "presentation request",
        session -> {
          PreparedStatement select =
              session.statement(
                  "SELECT nonce, query, expires_at FROM presentation_request"
                      + " WHERE state = ? AND closed = 0 AND expires_at > ?");
          select.setString(1, state);
          select.setLong(2, Micros.of(now));
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(request(state, row)) : Optional.empty();
          }
        });
  }

  private OpenRequest request(String state, ResultSet row) throws SQLException {
    try {
      return new OpenRequest(
          state,
          row.getString(1),
          QueryDocument.read(row.getBytes(2)),
          Micros.toInstant(row.getLong(3)));
    } catch (FormatException e) {
      throw StoreException.of(Kind.CORRUPT, name, "presentation request", e);
    }
  }

  @Override
  public boolean close(String state, byte[] kept, Instant now) {
    SealedIdentity sealed = kept.length == 0 ? null : vault.seal(row(state), kept);
    return work.write(session -> {
      try (PreparedStatement update =
          session
              .connection()
              .prepareStatement(
                  "UPDATE presentation_request SET closed = 1, key_id = ?, sealed = ?"
                      + " WHERE state = ? AND closed = 0 AND expires_at > ?")) {
        update.setString(1, sealed == null ? null : sealed.keyId());
        update.setBytes(2, sealed == null ? null : sealed.bytes());
        update.setString(3, state);
        update.setLong(4, Micros.of(now));
        return update.executeUpdate() > 0;
      }
    });
  }

  @Override
  public Optional<Result> result(String state, Instant now) {
    return work.read(
        "presentation result",
        session -> {
          PreparedStatement select =
              session.statement(
                  "SELECT closed, key_id, sealed FROM presentation_request"
                      + " WHERE state = ? AND expires_at > ?");
          select.setString(1, state);
          select.setLong(2, Micros.of(now));
          try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
              return Optional.empty();
            }
            byte[] sealed = row.getBytes(3);
            Optional<byte[]> shown =
                sealed == null
                    ? Optional.empty()
                    : Optional.of(
                        vault.open(row(state), new SealedIdentity(row.getString(2), sealed)));
            return Optional.of(new Result(row.getInt(1) != 0, shown));
          }
        });
  }
}
