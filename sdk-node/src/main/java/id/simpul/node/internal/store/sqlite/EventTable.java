package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Envelope;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.EventType;
import id.simpul.node.internal.store.Position;
import id.simpul.node.internal.store.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Writes events and streams, and turns rows into events. */
final class EventTable {
  /** Every read of events selects these, in the order that {@link #read} takes them. */
  static final String SELECT =
      """
      SELECT e.sequence, s.id, e.stream_sequence, e.type, e.version, e.occurred_at, e.recorded_at,
             e.actor, e.payload_digest, e.previous_digest, e.digest, e.payload
      FROM event e JOIN stream s ON s.number = e.stream
      """;

  /**
   * A stream as the writer needs it.
   *
   * @param number its key in the database
   * @param lastSequence the stream sequence of its last event
   */
  record StreamRow(long number, long lastSequence) {}

  private final PreparedStatement insertStream;
  private final PreparedStatement insertEvent;
  private final PreparedStatement findStream;

  EventTable(Connection connection) throws SQLException {
    insertStream = connection.prepareStatement("INSERT INTO stream VALUES (?, ?)");
    insertEvent =
        connection.prepareStatement(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    findStream =
        connection.prepareStatement(
            """
            SELECT number, (SELECT max(stream_sequence) FROM event WHERE stream = number)
            FROM stream WHERE id = ?
            """);
  }

  void insertStream(long number, StreamId id) throws SQLException {
    insertStream.setLong(1, number);
    insertStream.setString(2, id.value());
    insertStream.executeUpdate();
  }

  void insert(long stream, Event event) throws SQLException {
    Envelope envelope = event.envelope();
    insertEvent.setLong(1, event.sequence());
    insertEvent.setLong(2, stream);
    insertEvent.setLong(3, event.streamSequence());
    insertEvent.setString(4, envelope.type().name());
    insertEvent.setInt(5, envelope.type().version());
    insertEvent.setLong(6, Micros.of(envelope.occurredAt()));
    insertEvent.setLong(7, Micros.of(envelope.recordedAt()));
    insertEvent.setString(8, envelope.actor());
    insertEvent.setBytes(9, envelope.payloadDigest().bytes());
    insertEvent.setBytes(10, envelope.previousDigest().bytes());
    insertEvent.setBytes(11, event.digest().bytes());
    insertEvent.setBytes(12, event.payload());
    insertEvent.executeUpdate();
  }

  Optional<StreamRow> find(StreamId id) throws SQLException {
    findStream.setString(1, id.value());
    try (ResultSet row = findStream.executeQuery()) {
      return row.next()
          ? Optional.of(new StreamRow(row.getLong(1), row.getLong(2)))
          : Optional.empty();
    }
  }

  /**
   * The event in the current row.
   *
   * @throws IllegalArgumentException when the row was changed into what no event can be
   */
  static Event read(ResultSet row) throws SQLException {
    Position position =
        new Position(row.getLong(1), new StreamId(row.getString(2)), row.getLong(3));
    Envelope envelope =
        new Envelope(
            position,
            new EventType(row.getString(4), row.getInt(5)),
            Micros.toInstant(row.getLong(6)),
            Micros.toInstant(row.getLong(7)),
            row.getString(8),
            Digest.ofBytes(row.getBytes(9)),
            Digest.ofBytes(row.getBytes(10)));
    return Event.found(envelope, Digest.ofBytes(row.getBytes(11)), row.getBytes(12));
  }
}
