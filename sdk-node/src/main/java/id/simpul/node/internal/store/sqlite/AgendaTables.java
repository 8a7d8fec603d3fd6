package id.simpul.node.internal.store.sqlite;

import id.simpul.core.format.Json;
import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.wire.AgendaForm;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places and slots, read and written in the session of a transaction. */
final class AgendaTables {
  private static final String SLOTS =
      """
      SELECT s.details, s.held + s.booked - (SELECT count(*) FROM booking b
        WHERE b.state = 'held' AND b.slot = s.number AND b.expires_at <= ?)
      FROM vaccination_slot s WHERE s.ends_at > ? ORDER BY s.starts_at, s.id LIMIT ?
      """;
  private static final String PLACES =
      """
      SELECT details FROM vaccination_place
      WHERE id IN (SELECT place FROM vaccination_slot WHERE ends_at > ?) ORDER BY id
      """;
  private static final String CHANGED =
      """
      SELECT max((SELECT changed_at FROM vaccination_agenda),
        coalesce((SELECT max(updated_at) FROM booking), 0),
        coalesce((SELECT max(expires_at) FROM booking WHERE state = 'held' AND expires_at <= ?1), 0),
        coalesce((SELECT max(starts_at) FROM vaccination_slot WHERE starts_at <= ?1), 0),
        coalesce((SELECT max(ends_at) FROM vaccination_slot WHERE ends_at <= ?1), 0))
      """;

  private final LogSession session;
  private final Connection connection;
  private final Instant now;

  AgendaTables(LogSession session, Instant now) {
    this.session = session;
    this.connection = session.connection();
    this.now = now;
  }

  /** What would become of an agenda; writes nothing. */
  AgendaOutcome look(Agenda agenda) throws SQLException {
    Set<String> given = new HashSet<>();
    int places = 0;
    for (VaccinationPlace place : agenda.places()) {
      given.add(place.id());
      places += Optional.of(place).equals(place(place.id())) ? 0 : 1;
    }
    List<Violation> missing = new ArrayList<>();
    List<Violation> used = new ArrayList<>();
    int slots = 0;
    for (int i = 0; i < agenda.slots().size(); i++) {
      AgendaSlot slot = agenda.slots().get(i);
      String where = "/slots/" + i;
      if (!given.contains(slot.placeId()) && place(slot.placeId()).isEmpty()) {
        missing.add(new Violation(Violation.CHOICE, where + "/place", "there is no such place"));
      }
      slots += look(slot, where, used) ? 1 : 0;
    }
    if (!missing.isEmpty()) {
      return new AgendaOutcome.Incomplete(missing);
    }
    return used.isEmpty() ? new AgendaOutcome.Taken(places, slots) : new AgendaOutcome.InUse(used);
  }

  /** Whether a slot is new or changed; notes what its bookings do not allow. */
  private boolean look(AgendaSlot slot, String where, List<Violation> used) throws SQLException {
    Optional<SlotUse> kept = slot(slot.id());
    if (kept.isEmpty()) {
      return true;
    }
    int taken = kept.get().taken();
    if (taken > slot.capacity()) {
      used.add(
          new Violation(
              Violation.CONFLICT, where + "/capacity", taken + " places are held or booked"));
    }
    if (taken > 0 && !kept.get().slot().sameAppointment(slot)) {
      used.add(
          new Violation(
              Violation.CONFLICT, where, "what was booked is another appointment; add a slot"));
    }
    return !kept.get().slot().equals(slot);
  }

  private Optional<VaccinationPlace> place(String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT details FROM vaccination_place WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(BookingTables.place(row.getBytes(1))) : Optional.empty();
      }
    }
  }

  // Holds that are over count here, too: they are ended by the write, where they stand in the way.
  private Optional<SlotUse> slot(String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT s.details, s.held + s.booked - (SELECT count(*) FROM booking b
              WHERE b.state = 'held' AND b.slot = s.number AND b.expires_at <= ?)
            FROM vaccination_slot s WHERE s.id = ?
            """)) {
      select.setLong(1, Micros.of(now));
      select.setString(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new SlotUse(BookingTables.slot(row.getBytes(1)), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  /** Writes an agenda that was looked at. */
  void write(Agenda agenda) throws SQLException {
    for (VaccinationPlace place : agenda.places()) {
      write(place);
    }
    for (AgendaSlot slot : agenda.slots()) {
      Optional<BookingTables.SlotRow> kept = BookingTables.slot(connection, slot.id());
      if (kept.isPresent()) {
        // What is over must not keep the capacity from getting smaller.
        int ended = LogSession.TIDY_CHUNK;
        while (ended == LogSession.TIDY_CHUNK) {
          ended = BookingTables.expire(session, kept.get(), now);
        }
      }
      write(slot);
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE vaccination_agenda SET changed_at = ?")) {
      update.setLong(1, Micros.of(now));
      update.executeUpdate();
    }
  }

  private void write(VaccinationPlace place) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO vaccination_place VALUES (?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET details = excluded.details")) {
      upsert.setString(1, place.id());
      upsert.setBytes(2, Json.toBytes(AgendaForm.write(place)));
      upsert.executeUpdate();
    }
  }

  private void write(AgendaSlot slot) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO vaccination_slot (id, place, starts_at, ends_at, details, capacity)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET place = excluded.place, starts_at = excluded.starts_at,
              ends_at = excluded.ends_at, details = excluded.details, capacity = excluded.capacity
            """)) {
      upsert.setString(1, slot.id());
      upsert.setString(2, slot.placeId());
      upsert.setLong(3, Micros.of(slot.start().toInstant()));
      upsert.setLong(4, Micros.of(slot.end().toInstant()));
      upsert.setBytes(5, Json.toBytes(AgendaForm.write(slot)));
      upsert.setInt(6, slot.capacity());
      upsert.executeUpdate();
    }
  }

  static List<VaccinationPlace> places(ReadSession session, Instant now) throws SQLException {
    PreparedStatement select = session.statement(PLACES);
    select.setLong(1, Micros.of(now));
    List<VaccinationPlace> places = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        places.add(BookingTables.place(rows.getBytes(1)));
      }
    }
    return places;
  }

  static List<SlotUse> slots(ReadSession session, Instant now) throws SQLException {
    PreparedStatement select = session.statement(SLOTS);
    select.setLong(1, Micros.of(now));
    select.setLong(2, Micros.of(now));
    select.setInt(3, BookingStore.MAX_SLOTS);
    List<SlotUse> slots = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        slots.add(new SlotUse(BookingTables.slot(rows.getBytes(1)), rows.getInt(2)));
      }
    }
    return slots;
  }

  static Instant changedAt(ReadSession session, Instant now) throws SQLException {
    PreparedStatement select = session.statement(CHANGED);
    select.setLong(1, Micros.of(now));
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Micros.toInstant(row.getLong(1)) : Instant.EPOCH;
    }
  }
}
