package id.simpul.node.internal.store.sqlite;

import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.issuance.Redemption;
import id.simpul.identity.issuance.StoredOffer;
import id.simpul.identity.issuance.StoredToken;
import id.simpul.node.internal.store.CredentialStore;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The issuer's memory in the one SQLite file, which several processes may share. */
final class SqliteCredentialStore implements CredentialStore {
  private final SqliteWork work;
  private final IdentityVault vault;
  private final InstantSource clock;

  SqliteCredentialStore(SqliteWork work, IdentityVault vault, InstantSource clock) {
    this.work = work;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public void add(StoredOffer offer) {
    SealedIdentity sealed = CredentialTables.seal(vault, offer);
    work.write(session -> {
      CredentialTables.insert(session.connection(), offer, sealed);
      return true;
    });
  }

  @Override
  public boolean isOpen(String code, Instant now) {
    return work.read(
        "offer",
        session -> {
          PreparedStatement select =
              session.statement("SELECT expires_at FROM credential_offer WHERE code = ?");
          select.setString(1, code);
          try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getLong(1) > Micros.of(now);
          }
        });
  }

  @Override
  public Redemption redeem(String code, @Nullable String txCode, Instant now) {
    return work.write(session -> {
      Optional<StoredOffer> offer = CredentialTables.offer(session.connection(), vault, code);
      if (offer.isEmpty()) {
        return Redemption.UNKNOWN;
      }
      StoredOffer.Decision decision = offer.get().decide(txCode, now);
      StoredOffer rest = decision.rest();
      if (rest == null) {
        session.erase("DELETE FROM credential_offer WHERE code = ?", code);
      } else {
        CredentialTables.tried(session.connection(), rest);
      }
      return decision.answer();
    });
  }

  @Override
  public void add(StoredToken token) {
    SealedIdentity sealed = CredentialTables.seal(vault, token);
    work.write(session -> {
      CredentialTables.insert(session.connection(), token, sealed);
      return true;
    });
  }

  @Override
  public Optional<StoredToken> find(String token, Instant now) {
    return work.read("token", session -> CredentialTables.token(session, vault, token, now));
  }

  @Override
  public Optional<StoredToken> take(String token, Instant now) {
    return work.write(session -> {
      Optional<StoredToken> found = CredentialTables.token(session.connection(), vault, token, now);
      session.erase("DELETE FROM access_token WHERE token = ?", token);
      return found;
    });
  }

  @Override
  public boolean claim(URI list, int index) {
    return work.write(session -> {
      try (PreparedStatement insert =
          session
              .connection()
              .prepareStatement(
                  "INSERT INTO status_place VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
        insert.setString(1, list.toString());
        insert.setInt(2, index);
        insert.setInt(3, TokenStatus.VALID.value());
        return insert.executeUpdate() > 0;
      }
    });
  }

  @Override
  public int taken(URI list) {
    return work.read(
        "status list",
        session -> {
          PreparedStatement select =
              session.statement("SELECT taken FROM status_list WHERE list = ?");
          select.setString(1, list.toString());
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
          }
        });
  }

  @Override
  public Optional<TokenStatus> find(URI list, int index) {
    return work.read(
        "status",
        session -> {
          PreparedStatement select =
              session.statement("SELECT status FROM status_place WHERE list = ? AND place = ?");
          select.setString(1, list.toString());
          select.setInt(2, index);
          try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new TokenStatus(row.getInt(1))) : Optional.empty();
          }
        });
  }

  @Override
  public boolean replace(URI list, int index, TokenStatus expected, TokenStatus next) {
    return work.write(session -> {
      try (PreparedStatement update =
          session
              .connection()
              .prepareStatement(
                  "UPDATE status_place SET status = ?"
                      + " WHERE list = ? AND place = ? AND status = ?")) {
        update.setInt(1, next.value());
        update.setString(2, list.toString());
        update.setInt(3, index);
        update.setInt(4, expected.value());
        return update.executeUpdate() > 0;
      }
    });
  }

  @Override
  public Map<Integer, TokenStatus> notValid(URI list) {
    return work.read(
        "status list",
        session -> {
          PreparedStatement select =
              session.statement(
                  "SELECT place, status FROM status_place WHERE list = ? AND status <> 0");
          select.setString(1, list.toString());
          Map<Integer, TokenStatus> found = new HashMap<>();
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.put(rows.getInt(1), new TokenStatus(rows.getInt(2)));
            }
          }
          return found;
        });
  }

  @Override
  public void recordIssued(String reference, StatusReference place) {
    work.write(session -> {
      try (PreparedStatement insert =
          session
              .connection()
              .prepareStatement("INSERT INTO issued_credential VALUES (?, ?, ?, ?)")) {
        insert.setString(1, reference);
        insert.setString(2, place.uri().toString());
        insert.setLong(3, place.index());
        insert.setLong(4, Micros.of(clock.instant()));
        return insert.executeUpdate();
      }
    });
  }

  @Override
  public List<StatusReference> issued(String reference) {
    return work.read(
        "issued credentials",
        session -> {
          PreparedStatement select =
              session.statement("SELECT place, list FROM issued_credential WHERE reference = ?");
          select.setString(1, reference);
          List<StatusReference> found = new ArrayList<>();
          try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
              found.add(new StatusReference(rows.getLong(1), URI.create(rows.getString(2))));
            }
          }
          return found;
        });
  }
}
