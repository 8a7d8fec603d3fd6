package id.simpul.node.internal.store.sqlite;

import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.StoredVersion;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Health records, written in the session of a transaction. */
final class FhirTables {
  /** The version of a resource that was erased. */
  static final long ERASED = -1;

  private FhirTables() {}

  /**
   * A content as it is kept.
   *
   * @param content nonce, ciphertext and tag
   */
  record Sealed(SealedIdentity content) {
    /** About what a term holds in memory while it waits. */
    static final int TERM_BYTES = 64;

    // A content that was moved to the row of another resource or version does not open.
    static StreamId row(ResourceKey key, long version) {
      return new StreamId(SqliteFhirStore.stream(key).value() + "/" + version);
    }

    static Sealed of(IdentityVault vault, FhirWrite write) {
      return new Sealed(vault.seal(row(write.key(), write.version()), write.content()));
    }
  }

  /**
   * Where a version is written.
   *
   * @param stream its resource
   * @param sequence its event
   * @param batch the first event of its command
   * @param at when it is written
   */
  record Row(long stream, long sequence, long batch, Instant at) {}

  /**
   * The current version of a resource, 0 when there is none, {@link #ERASED} when there is none any
   * more.
   */
  static long version(Connection connection, ResourceKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT version FROM fhir_resource WHERE type = ? AND id = ?")) {
      select.setString(1, key.resourceType());
      select.setString(2, key.id());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return 0;
        }
        return row.getLong(1) == 0 ? ERASED : row.getLong(1);
      }
    }
  }

  /**
   * Whether another resource has what this one alone may have.
   *
   * @param own the resources of the command: what they have now they give up
   */
  static boolean isTaken(Connection connection, FhirWrite write, Set<ResourceKey> own)
      throws SQLException {
    if (write.index().unique().isEmpty()) {
      return false;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.type, r.id FROM fhir_unique u JOIN fhir_resource r ON r.stream = u.stream"
                + " WHERE u.term = ?")) {
      for (Digest term : write.index().unique()) {
        select.setBytes(1, term.bytes());
        try (ResultSet row = select.executeQuery()) {
          if (row.next() && !own.contains(new ResourceKey(row.getString(1), row.getString(2)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Gives up what a resource alone has, before its next version is written. */
  static void free(Connection connection, FhirWrite write) throws SQLException {
    if (write.version() > 1) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM fhir_unique WHERE stream ="
                  + " (SELECT stream FROM fhir_resource WHERE type = ? AND id = ?)")) {
        delete.setString(1, write.key().resourceType());
        delete.setString(2, write.key().id());
        delete.executeUpdate();
      }
    }
  }

  static void write(Connection connection, Row row, FhirWrite write, Sealed sealed)
      throws SQLException {
    if (write.version() == 1) {
      insertResource(connection, row, write);
    } else {
      updateResource(connection, row, write);
    }
    insertVersion(connection, row, write, sealed);
    insertTerms(connection, "fhir_term", row.stream(), write.index().terms());
    insertTerms(connection, "fhir_unique", row.stream(), write.index().unique());
  }

  private static void insertResource(Connection connection, Row row, FhirWrite write)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO fhir_resource VALUES (?, ?, ?, 1, ?)")) {
      insert.setLong(1, row.stream());
      insert.setString(2, write.key().resourceType());
      insert.setString(3, write.key().id());
      insert.setLong(4, Micros.of(row.at()));
      insert.executeUpdate();
    }
  }

  private static void updateResource(Connection connection, Row row, FhirWrite write)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE fhir_resource SET version = ?, last_updated = ? WHERE stream = ?")) {
      update.setLong(1, write.version());
      update.setLong(2, Micros.of(row.at()));
      update.setLong(3, row.stream());
      update.executeUpdate();
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM fhir_term WHERE stream = ?")) {
      delete.setLong(1, row.stream());
      delete.executeUpdate();
    }
  }

  private static void insertVersion(Connection connection, Row row, FhirWrite write, Sealed sealed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO fhir_version VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, row.sequence());
      insert.setLong(2, row.stream());
      insert.setLong(3, write.version());
      insert.setLong(4, row.batch());
      insert.setLong(5, Micros.of(row.at()));
      insert.setString(6, sealed.content().keyId());
      insert.setBytes(7, sealed.content().bytes());
      insert.executeUpdate();
    }
  }

  private static void insertTerms(
      Connection connection, String table, long stream, Set<Digest> terms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
      insert.setLong(2, stream);
      for (Digest term : terms) {
        insert.setBytes(1, term.bytes());
        insert.executeUpdate();
      }
    }
  }

  /** What one command wrote, in order. */
  static List<StoredVersion> batch(Connection connection, long batch) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.type, r.id, v.version, v.last_updated FROM fhir_version v"
                + " JOIN fhir_resource r ON r.stream = v.stream"
                + " WHERE v.batch = ? ORDER BY v.sequence")) {
      select.setLong(1, batch);
      List<StoredVersion> versions = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          versions.add(version(rows));
        }
      }
      return versions;
    }
  }

  /** The version in a row that begins with type, id, version and time. */
  static StoredVersion version(ResultSet row) throws SQLException {
    return new StoredVersion(
        new ResourceKey(row.getString(1), row.getString(2)),
        row.getLong(3),
        Micros.toInstant(row.getLong(4)));
  }
}
