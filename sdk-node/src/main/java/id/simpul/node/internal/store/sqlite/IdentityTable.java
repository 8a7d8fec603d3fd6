package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Encrypted identities: the only rows about a report that may go away. */
final class IdentityTable {
  private final PreparedStatement insert;
  private final PreparedStatement delete;

  IdentityTable(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO identity VALUES (?, ?, ?)");
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

  boolean delete(StreamId stream) throws SQLException {
    delete.setString(1, stream.value());
    return delete.executeUpdate() > 0;
  }
}
