package id.simpul.node.internal.store.sqlite;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.wire.AgendaForm;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.booking.BookingEvents;
import id.simpul.node.internal.store.booking.BookingState;
import id.simpul.node.internal.store.booking.BookingStore;
import id.simpul.node.internal.store.booking.StoredBooking;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bookings, read and written in the session of a transaction. */
final class BookingTables {
  private static final String FIND =
      """
      SELECT t.id, s.details, p.details, b.owner, b.state, b.updated_at, b.expires_at, b.dose,
             b.immunization
      FROM booking b JOIN stream t ON t.number = b.stream
      JOIN vaccination_slot s ON s.number = b.slot
      JOIN vaccination_place p ON p.id = s.place
      """;
  private static final String BY_ID = FIND + " WHERE t.id = ?";
  private static final String ACTIVE =
      FIND + " WHERE b.state = 'confirmed' AND b.campaign = ? AND b.person = ?";

  private BookingTables() {}

  /**
   * A slot as the writer needs it.
   *
   * @param number its key in the database
   * @param campaign its campaign
   * @param startsAt when it begins
   * @param endsAt when it ends
   * @param free the places that are neither held nor booked
   */
  record SlotRow(long number, String campaign, Instant startsAt, Instant endsAt, int free) {}

  static Optional<SlotRow> slot(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT number, details, starts_at, ends_at, capacity - held - booked"
                + " FROM vaccination_slot WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new SlotRow(
                    row.getLong(1),
                    slot(row.getBytes(2)).campaign(),
                    Micros.toInstant(row.getLong(3)),
                    Micros.toInstant(row.getLong(4)),
                    row.getInt(5)))
            : Optional.empty();
      }
    }
  }

  static AgendaSlot slot(byte[] details) {
    return AgendaForm.slot(json(details));
  }

  static VaccinationPlace place(byte[] details) {
    return AgendaForm.place(json(details));
  }

  private static JsonObject json(byte[] details) {
    try {
      return (JsonObject) Json.read(details, Limits.DEFAULT);
    } catch (FormatException e) {
      throw new IllegalStateException("What this store wrote is JSON", e);
    }
  }

  /** How many holds of a slot are over and still count. */
  static int due(Connection connection, SlotRow slot, Instant now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM booking WHERE state = 'held' AND slot = ? AND expires_at <= ?")) {
      select.setLong(1, slot.number());
      select.setLong(2, Micros.of(now));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /** How many holds of a caller nobody registered for before their end, which is to come. */
  static int unused(Connection connection, String owner, Instant now, int most)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*) FROM (SELECT 1 FROM booking"
                + " WHERE dose IS NULL AND owner = ? AND expires_at > ? LIMIT ?)")) {
      select.setString(1, owner);
      select.setLong(2, Micros.of(now));
      select.setInt(3, most);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /** Forgets holds that came to nothing long ago, of which the log has all; says how many. */
  static int forgetUnused(Connection connection, Instant now, int most) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM booking WHERE stream IN (SELECT stream FROM booking"
                + " WHERE dose IS NULL AND state <> 'held' AND expires_at <= ?"
                + " ORDER BY expires_at LIMIT ?)")) {
      delete.setLong(1, Micros.of(now.minus(BookingStore.UNUSED_KEPT)));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }

  /** Ends holds of a slot that are over; says how many. */
  static int expire(LogSession session, SlotRow slot, Instant now) throws SQLException {
    try (PreparedStatement select =
        session
            .connection()
            .prepareStatement(
                "SELECT t.id, b.expires_at FROM booking b JOIN stream t ON t.number = b.stream"
                    + " WHERE b.state = 'held' AND b.slot = ? AND b.expires_at <= ?"
                    + " ORDER BY b.expires_at LIMIT ?")) {
      select.setLong(1, slot.number());
      select.setLong(2, Micros.of(now));
      select.setInt(3, LogSession.TIDY_CHUNK);
      return expire(session, select);
    }
  }

  /** Ends holds that are over, of whatever slot; says how many. */
  static int expireDue(LogSession session, Instant now, int most) throws SQLException {
    try (PreparedStatement select =
        session
            .connection()
            .prepareStatement(
                "SELECT t.id, b.expires_at FROM booking b JOIN stream t ON t.number = b.stream"
                    + " WHERE b.state = 'held' AND b.expires_at <= ?"
                    + " ORDER BY b.expires_at LIMIT ?")) {
      select.setLong(1, Micros.of(now));
      select.setInt(2, most);
      return expire(session, select);
    }
  }

  /** Notes confirmed bookings whose slots are over for long enough as missed; says how many. */
  static int missDue(LogSession session, Instant now, int most) throws SQLException {
    try (PreparedStatement select =
        session
            .connection()
            .prepareStatement(
                "SELECT t.id, b.ends_at FROM booking b JOIN stream t ON t.number = b.stream"
                    + " WHERE b.state = 'confirmed' AND b.ends_at <= ?"
                    + " ORDER BY b.ends_at LIMIT ?")) {
      select.setLong(1, Micros.of(now.minus(BookingStore.MISSED_AFTER)));
      select.setInt(2, most);
      List<Due> due = due(select);
      for (Due booking : due) {
        Instant missedAt = booking.at().plus(BookingStore.MISSED_AFTER);
        StreamRow stream = session.find(booking.id()).orElseThrow();
        session.add(
            booking.id(),
            stream,
            BookingEvents.ended(BookingEvents.MISSED, missedAt, BookingStore.NODE));
        end(session.connection(), stream, BookingState.MISSED, missedAt);
      }
      return due.size();
    }
  }

  /**
   * Erases who had bookings that are of no more use: name and numbers, and the pseudonym; says how
   * many.
   *
   * @param ended when their slots ended at the latest
   */
  static int eraseDue(LogSession session, Instant ended, Instant now, int most)
      throws SQLException {
    try (PreparedStatement select =
        session
            .connection()
            .prepareStatement(
                "SELECT t.id, b.ends_at FROM booking b JOIN stream t ON t.number = b.stream"
                    + " WHERE b.person IS NOT NULL AND b.state <> 'confirmed' AND b.ends_at <= ?"
                    + " ORDER BY b.ends_at LIMIT ?")) {
      select.setLong(1, Micros.of(ended));
      select.setInt(2, most);
      List<Due> due = due(select);
      for (Due booking : due) {
        StreamRow stream = session.find(booking.id()).orElseThrow();
        session.add(
            booking.id(),
            stream,
            BookingEvents.ended(BookingEvents.ERASED, now, BookingStore.NODE));
        forget(session.connection(), stream);
        session.eraseIdentity(booking.id());
      }
      return due.size();
    }
  }

  private record Due(StreamId id, Instant at) {}

  private static List<Due> due(PreparedStatement select) throws SQLException {
    List<Due> due = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        due.add(new Due(new StreamId(rows.getString(1)), Micros.toInstant(rows.getLong(2))));
      }
    }
    return due;
  }

  private static int expire(LogSession session, PreparedStatement select) throws SQLException {
    List<Due> due = due(select);
    for (Due hold : due) {
      expire(session, hold.id(), hold.at());
    }
    return due.size();
  }

  /** Ends a hold that is over: when its time came, and not when somebody looked. */
  static void expire(LogSession session, StreamId id, Instant expiredAt) throws SQLException {
    StreamRow stream = session.find(id).orElseThrow();
    session.add(
        id, stream, BookingEvents.ended(BookingEvents.EXPIRED, expiredAt, BookingStore.NODE));
    end(session.connection(), stream, BookingState.EXPIRED, expiredAt);
  }

  static void insert(
      Connection connection, long stream, SlotRow slot, String owner, Instant until, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO booking VALUES (?, ?, ?, ?, 'held', ?, ?, ?, NULL, NULL, NULL, 0)")) {
      insert.setLong(1, stream);
      insert.setLong(2, slot.number());
      insert.setString(3, slot.campaign());
      insert.setString(4, owner);
      insert.setLong(5, Micros.of(now));
      insert.setLong(6, Micros.of(until));
      insert.setLong(7, Micros.of(slot.endsAt()));
      insert.executeUpdate();
    }
  }

  static void confirm(
      Connection connection, StreamRow stream, BookingCommand.Confirm command, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE booking SET state = 'confirmed', updated_at = ?, person = ?, dose = ?"
                + " WHERE stream = ?")) {
      update.setLong(1, Micros.of(now));
      update.setString(2, command.person());
      update.setInt(3, command.dose());
      update.setLong(4, stream.number());
      update.executeUpdate();
    }
  }

  /** Counts a registration that was refused because of the person; says how many there were. */
  static int refuse(Connection connection, StreamRow stream) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE booking SET refusals = refusals + 1 WHERE stream = ? RETURNING refusals")) {
      update.setLong(1, stream.number());
      try (ResultSet row = update.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  static void end(Connection connection, StreamRow stream, BookingState state, Instant when)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE booking SET state = ?, updated_at = ? WHERE stream = ?")) {
      update.setString(1, state.word());
      update.setLong(2, Micros.of(when));
      update.setLong(3, stream.number());
      update.executeUpdate();
    }
  }

  static void fulfil(Connection connection, StreamRow stream, String immunization, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE booking SET state = 'fulfilled', updated_at = ?, immunization = ?"
                + " WHERE stream = ?")) {
      update.setLong(1, Micros.of(now));
      update.setString(2, immunization);
      update.setLong(3, stream.number());
      update.executeUpdate();
    }
  }

  /** Whether a booking points at a record. */
  static boolean isRecordOfOne(Connection connection, String immunization) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM booking WHERE immunization = ?")) {
      select.setString(1, immunization);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Drops the pseudonym. */
  static void forget(Connection connection, StreamRow stream) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE booking SET person = NULL WHERE stream = ?")) {
      update.setLong(1, stream.number());
      update.executeUpdate();
    }
  }

  static boolean isBooked(Connection connection, String campaign, String person)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ACTIVE)) {
      return isThere(select, campaign, person);
    }
  }

  /** Whether a booking is a person's, for the same dose. */
  static boolean isOf(Connection connection, StreamRow stream, BookingCommand.Confirm command)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM booking WHERE stream = ? AND person = ? AND dose = ?")) {
      select.setLong(1, stream.number());
      select.setString(2, command.person());
      select.setInt(3, command.dose());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean isThere(PreparedStatement select, String one, String other)
      throws SQLException {
    select.setString(1, one);
    select.setString(2, other);
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  static Optional<StoredBooking> find(Connection connection, StreamId id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
      select.setString(1, id.value());
      return first(select);
    }
  }

  static Optional<StoredBooking> find(ReadSession session, StreamId id) throws SQLException {
    PreparedStatement select = session.statement(BY_ID);
    select.setString(1, id.value());
    return first(select);
  }

  static Optional<StoredBooking> findActive(
      ReadSession session, String campaign, List<String> persons) throws SQLException {
    return findActive(session.statement(ACTIVE), campaign, persons);
  }

  static Optional<StoredBooking> findActive(
      Connection connection, String campaign, List<String> persons) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ACTIVE)) {
      return findActive(select, campaign, persons);
    }
  }

  private static Optional<StoredBooking> findActive(
      PreparedStatement select, String campaign, List<String> persons) throws SQLException {
    for (String person : persons) {
      select.setString(1, campaign);
      select.setString(2, person);
      Optional<StoredBooking> found = first(select);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<StoredBooking> first(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(booking(row)) : Optional.empty();
    }
  }

  private static StoredBooking booking(ResultSet row) throws SQLException {
    int dose = row.getInt(8);
    boolean undecided = row.wasNull();
    return new StoredBooking(
        new StreamId(row.getString(1)),
        slot(row.getBytes(2)),
        place(row.getBytes(3)).name(),
        row.getString(4),
        new StoredBooking.Terms(
            BookingState.of(row.getString(5)),
            Micros.toInstant(row.getLong(6)),
            Micros.toInstant(row.getLong(7)),
            undecided ? null : Integer.valueOf(dose),
            row.getString(9)));
  }
}
