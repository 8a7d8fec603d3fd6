package id.simpul.node.internal.store.sqlite;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.node.internal.store.ChainHead;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of the log. */
final class EventReads {
  private static final String BY_STREAM =
      EventTable.SELECT + "WHERE s.id = ? ORDER BY e.stream_sequence";

  private static final String BY_STREAMS =
      EventTable.SELECT
          + "WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY e.stream, e.stream_sequence";

  private static final String AFTER =
      EventTable.SELECT + "WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?";

  private static final String IDENTITY =
      """
      SELECT i.key_id, i.sealed FROM identity i JOIN stream s ON s.number = i.stream WHERE s.id = ?
      """;

  private final String store;

  EventReads(String store) {
    this.store = store;
  }

  List<Event> ofStream(ReadSession session, StreamId stream) throws SQLException {
    PreparedStatement select = session.statement(BY_STREAM);
    select.setString(1, stream.value());
    List<Event> events = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(event(rows));
      }
    }
    return events;
  }

  Map<StreamId, List<Event>> ofStreams(ReadSession session, Collection<StreamId> streams)
      throws SQLException {
    PreparedStatement select = session.statement(BY_STREAMS);
    select.setString(1, jsonArray(streams.stream().map(StreamId::value).toList()));
    Map<StreamId, List<Event>> events = new LinkedHashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Event event = event(rows);
        events.computeIfAbsent(event.stream(), id -> new ArrayList<>()).add(event);
      }
    }
    return events;
  }

  /** Stops before a row that is no event, so that those before it can be had. */
  List<Event> after(ReadSession session, long sequence, int limit) throws SQLException {
    PreparedStatement select = session.statement(AFTER);
    select.setLong(1, sequence);
    select.setInt(2, limit);
    List<Event> events = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        try {
          events.add(event(rows));
        } catch (StoreException e) {
          if (events.isEmpty()) {
            throw e;
          }
          return events;
        }
      }
    }
    return events;
  }

  ChainHead head(ReadSession session) throws SQLException {
    PreparedStatement select =
        session.statement("SELECT head_sequence, head_digest FROM store_state");
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw StoreException.of(Kind.CORRUPT, store, "recorded head", null);
      }
      return new ChainHead(row.getLong(1), Digest.ofBytes(row.getBytes(2)));
    } catch (IllegalArgumentException e) {
      throw StoreException.of(Kind.CORRUPT, store, "recorded head", e);
    }
  }

  Optional<SealedIdentity> identity(ReadSession session, StreamId stream) throws SQLException {
    PreparedStatement select = session.statement(IDENTITY);
    select.setString(1, stream.value());
    try (ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new SealedIdentity(row.getString(1), row.getBytes(2)))
          : Optional.empty();
    }
  }

  private Event event(ResultSet row) throws SQLException {
    long sequence = row.getLong(1);
    try {
      return EventTable.read(row);
    } catch (IllegalArgumentException e) {
      throw StoreException.of(Kind.EVENT_UNREADABLE, store, "event " + sequence, e);
    }
  }

  /** One parameter for any number of values, so that one prepared statement serves them all. */
  static String jsonArray(Collection<String> values) {
    JsonArray array = new JsonArray(values.stream().<JsonValue>map(JsonString::new).toList());
    return new String(Json.toBytes(array), StandardCharsets.UTF_8);
  }
}
