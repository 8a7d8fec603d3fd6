package id.simpul.node.internal.store.sqlite;

import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.StoredOffer;
import id.simpul.identity.issuance.StoredToken;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers and tokens, read and written in the session of a transaction. */
final class CredentialTables {
  private static final String OFFER =
      "SELECT tx_code, tries_left, expires_at, reference, configuration, key_id, sealed"
          + " FROM credential_offer WHERE code = ?";
  private static final String TOKEN =
      "SELECT client_id, expires_at, reference, configuration, key_id, sealed"
          + " FROM access_token WHERE token = ?";

  private CredentialTables() {}

  // A content that was moved to another row does not open.
  private static StreamId offerRow(String code) {
    return new StreamId("offer:" + code);
  }

  private static StreamId tokenRow(String token) {
    return new StreamId("token:" + token);
  }

  static SealedIdentity seal(IdentityVault vault, StoredOffer offer) {
    return vault.seal(offerRow(offer.code()), offer.grant().content());
  }

  static SealedIdentity seal(IdentityVault vault, StoredToken token) {
    return vault.seal(tokenRow(token.token()), token.grant().content());
  }

  static SealedIdentity sealReceipt(IdentityVault vault, String code, byte[] receipt) {
    return vault.seal(receiptRow(code), receipt);
  }

  private static StreamId receiptRow(String code) {
    return new StreamId("receipt:" + code);
  }

  static void insert(
      Connection connection,
      StoredOffer offer,
      SealedIdentity sealed,
      @Nullable SealedIdentity receipt)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO credential_offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, offer.code());
      insert.setString(2, offer.txCode());
      insert.setInt(3, offer.triesLeft());
      insert.setLong(4, Micros.of(offer.expiresAt()));
      grant(insert, 5, offer.grant(), sealed);
      insert.setBytes(9, receipt == null ? null : receipt.bytes());
      insert.executeUpdate();
    }
  }

  /** What was answered to whoever made the offer of a case, while it is open. */
  static Optional<byte[]> receipt(
      Connection connection, IdentityVault vault, String reference, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT code, key_id, receipt FROM credential_offer"
                + " WHERE reference = ? AND expires_at > ? AND receipt IS NOT NULL")) {
      select.setString(1, reference);
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                vault.open(
                    receiptRow(row.getString(1)),
                    new SealedIdentity(row.getString(2), row.getBytes(3))))
            : Optional.empty();
      }
    }
  }

  /** The case a token is good for, while it is good. */
  static Optional<String> reference(Connection connection, String token, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT reference FROM access_token WHERE token = ? AND expires_at > ?")) {
      select.setString(1, token);
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  static void insert(Connection connection, StoredToken token, SealedIdentity sealed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO access_token VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, token.token());
      insert.setString(2, token.clientId());
      insert.setLong(3, Micros.of(token.expiresAt()));
      grant(insert, 4, token.grant(), sealed);
      insert.executeUpdate();
    }
  }

  private static void grant(
      PreparedStatement insert, int from, IssuanceGrant grant, SealedIdentity sealed)
      throws SQLException {
    insert.setString(from, grant.reference());
    insert.setString(from + 1, grant.configurationId());
    insert.setString(from + 2, sealed.keyId());
    insert.setBytes(from + 3, sealed.bytes());
  }

  static Optional<StoredOffer> offer(Connection connection, IdentityVault vault, String code)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OFFER)) {
      select.setString(1, code);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new StoredOffer(
                    code,
                    row.getString(1),
                    row.getInt(2),
                    Micros.toInstant(row.getLong(3)),
                    grant(row, 4, vault, offerRow(code))))
            : Optional.empty();
      }
    }
  }

  static Optional<StoredToken> token(
      PreparedStatement select, IdentityVault vault, String token, Instant now)
      throws SQLException {
    select.setString(1, token);
    try (ResultSet row = select.executeQuery()) {
      if (!row.next() || row.getLong(2) <= Micros.of(now)) {
        return Optional.empty();
      }
      return Optional.of(
          new StoredToken(
              token,
              row.getString(1),
              Micros.toInstant(row.getLong(2)),
              grant(row, 3, vault, tokenRow(token))));
    }
  }

  static Optional<StoredToken> token(
      ReadSession session, IdentityVault vault, String token, Instant now) throws SQLException {
    return token(session.statement(TOKEN), vault, token, now);
  }

  private static IssuanceGrant grant(ResultSet row, int from, IdentityVault vault, StreamId stream)
      throws SQLException {
    byte[] content =
        vault.open(stream, new SealedIdentity(row.getString(from + 2), row.getBytes(from + 3)));
    return new IssuanceGrant(row.getString(from), row.getString(from + 1), content);
  }

  static void tried(Connection connection, StoredOffer rest) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE credential_offer SET tries_left = ? WHERE code = ?")) {
      update.setInt(1, rest.triesLeft());
      update.setString(2, rest.code());
      update.executeUpdate();
    }
  }

  static boolean delete(Connection connection, String sql, String key) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, key);
      return delete.executeUpdate() > 0;
    }
  }

  /** Erases what is too old; says how many rows. */
  static int tidy(Connection connection, Instant now, int most) throws SQLException {
    int gone = 0;
    for (String table : new String[] {"credential_offer", "access_token", "presentation_request"}) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              """
              DELETE FROM %1$s WHERE rowid IN
                (SELECT rowid FROM %1$s WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)
              """
                  .formatted(table))) {
        delete.setLong(1, Micros.of(now));
        delete.setInt(2, most);
        gone += delete.executeUpdate();
      }
    }
    return gone;
  }
}
