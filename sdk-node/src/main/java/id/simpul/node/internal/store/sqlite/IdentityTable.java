package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Encrypted identities: the only rows about a report that may go away. */
final class IdentityTable {
  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final PreparedStatement delete;

  IdentityTable(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO identity VALUES (?, ?, ?)");
    find = connection.prepareStatement("SELECT key_id, sealed FROM identity WHERE stream = ?");
    delete =
        connection.prepareStatement(
            "DELETE FROM identity WHERE stream = (SELECT number FROM stream WHERE id = ?)");
  }

  void insert(long stream, SealedIdentity sealed) throws SQLException {
    insert.setLong(1, stream);
    insert.setString(2, sealed.keyId());
    insert.setBytes(3, sealed.bytes());
    insert.executeUpdate();
  }

  Optional<SealedIdentity> find(long stream) throws SQLException {
    find.setLong(1, stream);
    try (ResultSet row = find.executeQuery()) {
      return row.next()
          ? Optional.of(new SealedIdentity(row.getString(1), row.getBytes(2)))
          : Optional.empty();
    }
  }

  boolean delete(StreamId stream) throws SQLException {
    delete.setString(1, stream.value());
    return delete.executeUpdate() > 0;
  }
}
