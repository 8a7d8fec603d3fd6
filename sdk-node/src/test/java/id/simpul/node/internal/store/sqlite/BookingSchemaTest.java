package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.sqlite.Bookings.confirm;
import static id.simpul.node.internal.store.sqlite.Bookings.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the database refuses whoever writes it, and by which of its rules. */
final class BookingSchemaTest {
  @TempDir Path folder;
  private Store store;
  private RawDatabase raw;

  /** One slot of three places: one of {@code a} confirmed, one held, one cancelled. */
  @BeforeEach
  void open() throws SQLException {
    store =
        SqliteStore.open(
            SqliteOptions.builder(folder.resolve("node.db")).build(),
            Samples.vault(),
            new SettableClock(Bookings.START));
    Bookings.with(store.bookings(), "s-1", 3);
    for (String id : new String[] {"confirmed", "held", "cancelled"}) {
      store.bookings().hold(hold(id, "s-1", null));
    }
    store.bookings().confirm(confirm("confirmed", "a", null));
    store.bookings().cancel(new StreamId("cancelled"), Bookings.by(null));
    raw = new RawDatabase(folder.resolve("node.db"));
    raw.run("PRAGMA recursive_triggers = 1");
  }

  @AfterEach
  void close() throws SQLException {
    raw.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          capacity_is_kept                  | UPDATE vaccination_slot SET capacity = 1
          capacity_is_kept                  | UPDATE vaccination_slot SET held = -1
          capacity_is_kept                  | UPDATE vaccination_slot SET booked = 3
          a slot begins empty               | INSERT INTO vaccination_slot SELECT 9, 'x', place, starts_at, ends_at, details, 5, 1, 0 FROM vaccination_slot
          a slot begins empty               | INSERT INTO vaccination_slot SELECT 9, 'x', place, starts_at, ends_at, details, 5, 0, 1 FROM vaccination_slot
          slots stay                        | UPDATE vaccination_slot SET id = 'x'
          slots stay                        | DELETE FROM vaccination_slot
          slots stay                        | INSERT OR REPLACE INTO vaccination_slot SELECT number, id, place, starts_at, ends_at, details, capacity, 0, 0 FROM vaccination_slot
          a slot in use keeps               | UPDATE vaccination_slot SET place = 'x'
          a slot in use keeps               | UPDATE vaccination_slot SET starts_at = starts_at + 1
          a slot in use keeps               | UPDATE vaccination_slot SET ends_at = ends_at + 1
          a slot in use keeps               | UPDATE vaccination_slot SET details = CAST(replace(CAST(details AS TEXT), 'covid-19', 'polio') AS BLOB)
          a slot in use keeps               | UPDATE vaccination_slot SET details = CAST(replace(CAST(details AS TEXT), '210', '211') AS BLOB)
          a slot in use keeps               | UPDATE vaccination_slot SET details = CAST(replace(CAST(details AS TEXT), 'VG213', 'VG214') AS BLOB)
          a slot in use keeps               | UPDATE vaccination_slot SET details = CAST(replace(CAST(details AS TEXT), '"doses":[1]', '"doses":[2]') AS BLOB)
          a booking begins as a hold        | INSERT INTO booking SELECT 1, slot, campaign, owner, 'confirmed', updated_at, expires_at, ends_at, 'b', 1, NULL, 0 FROM booking
          a booking begins as a hold        | INSERT INTO booking SELECT 1, slot, campaign, owner, 'held', updated_at, expires_at, ends_at, 'b', NULL, NULL, 0 FROM booking
          a booking begins as a hold        | INSERT INTO booking SELECT 1, slot, campaign, owner, 'held', updated_at, expires_at, ends_at, NULL, 1, NULL, 0 FROM booking
          a hold fits its slot              | INSERT INTO booking SELECT 1, 9, campaign, owner, 'held', updated_at, expires_at, ends_at, NULL, NULL, NULL, 0 FROM booking
          a hold fits its slot              | INSERT INTO booking SELECT 1, slot, 'polio', owner, 'held', updated_at, expires_at, ends_at, NULL, NULL, NULL, 0 FROM booking
          a hold fits its slot              | INSERT INTO booking SELECT 1, slot, campaign, owner, 'held', updated_at, ends_at, ends_at, NULL, NULL, NULL, 0 FROM booking
          a hold fits its slot              | INSERT INTO booking SELECT 1, slot, campaign, owner, 'held', updated_at, expires_at, ends_at + 1, NULL, NULL, NULL, 0 FROM booking
          bookings stay                     | INSERT OR REPLACE INTO booking SELECT stream, slot, campaign, owner, 'held', updated_at, expires_at, ends_at, NULL, NULL, NULL, 0 FROM booking
          a booking does not move so        | UPDATE booking SET state = 'held' WHERE state = 'confirmed'
          a booking does not move so        | UPDATE booking SET state = 'expired', updated_at = expires_at WHERE state = 'confirmed'
          a booking does not move so        | UPDATE booking SET state = 'missed', updated_at = ends_at WHERE state = 'held'
          a booking does not move so        | UPDATE booking SET state = 'held' WHERE state = 'cancelled'
          a booking moves in time           | UPDATE booking SET state = 'confirmed', updated_at = expires_at, person = 'b', dose = 1 WHERE state = 'held'
          a booking moves in time           | UPDATE booking SET state = 'expired', updated_at = expires_at - 1 WHERE state = 'held'
          a booking moves in time           | UPDATE booking SET state = 'missed', updated_at = ends_at - 1 WHERE state = 'confirmed'
          UNIQUE constraint failed          | UPDATE booking SET state = 'confirmed', person = 'pseudonym-of-a', dose = 1 WHERE state = 'held'
          bookings stay                     | UPDATE OR REPLACE booking SET state = 'confirmed', person = 'pseudonym-of-a', dose = 1 WHERE state = 'held'
          confirmed_is_somebodys            | UPDATE booking SET state = 'confirmed', dose = 1 WHERE state = 'held'
          confirmed_is_a_dose               | UPDATE booking SET state = 'confirmed', person = 'b' WHERE state = 'held'
          fulfilled_has_a_record            | UPDATE booking SET state = 'fulfilled' WHERE state = 'confirmed'
          fulfilled_has_a_record            | UPDATE booking SET immunization = 'Immunization/1' WHERE state = 'confirmed'
          a booking stays whose it is       | UPDATE booking SET person = NULL WHERE state = 'confirmed'
          a booking stays whose it is       | UPDATE booking SET person = 'b' WHERE state = 'confirmed'
          a booking stays whose it is       | UPDATE booking SET person = 'b' WHERE state = 'held'
          a booking stays what it is        | UPDATE booking SET dose = 2 WHERE state = 'confirmed'
          a booking stays what it is        | UPDATE booking SET dose = 1 WHERE state = 'held'
          a booking stays where it is       | UPDATE booking SET slot = slot
          a booking stays where it is       | UPDATE booking SET campaign = 'polio'
          a booking stays where it is       | UPDATE booking SET owner = 'x'
          a booking stays where it is       | UPDATE booking SET expires_at = expires_at + 1
          a booking stays where it is       | UPDATE booking SET ends_at = 0
          bookings stay                     | DELETE FROM booking WHERE state = 'held'
          bookings stay                     | DELETE FROM booking WHERE state = 'confirmed'
          """)
  void statement_thatTheEngineMustNotRun_isRefused(String rule, String statement) throws Exception {
    String before = content();

    assertThatThrownBy(() -> raw.run(statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(rule);
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void record_onceGiven_stays() throws Exception {
    store.bookings().fulfil(new StreamId("confirmed"), "Immunization/1", Bookings.by(null));

    assertThatThrownBy(() -> raw.run("UPDATE booking SET immunization = 'x' WHERE dose = 1"))
        .hasMessageContaining("a booking stays what it is");
  }

  @Test
  void record_ofOneBooking_isNotAnothers() throws Exception {
    store.bookings().fulfil(new StreamId("confirmed"), "Immunization/1", Bookings.by(null));
    store.bookings().confirm(confirm("held", "b", null));

    assertThatThrownBy(() ->
            raw.run(
                "UPDATE booking SET state = 'fulfilled', immunization = 'Immunization/1'"
                    + " WHERE state = 'confirmed'"))
        .hasMessageContaining("UNIQUE constraint failed: booking.immunization");
  }

  @Test
  void slot_nobodyHasAPlaceOf_becomesAnotherAppointment() throws Exception {
    store.bookings().cancel(new StreamId("confirmed"), Bookings.by(null));
    store.bookings().cancel(new StreamId("held"), Bookings.by(null));

    assertThat(raw.run("UPDATE vaccination_slot SET starts_at = ?", 1L)).isEqualTo(1);
  }

  private String content() throws SQLException {
    return raw.text("SELECT group_concat(stream || state || ifnull(person, '')) FROM booking")
        + raw.text("SELECT group_concat(id || capacity || held || booked) FROM vaccination_slot");
  }
}
