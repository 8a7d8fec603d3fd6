package id.simpul.node.internal.store.sqlite;

import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.booking.BookingEvents;
import id.simpul.node.internal.store.booking.BookingOutcome;
import id.simpul.node.internal.store.booking.BookingOutcome.Done;
import id.simpul.node.internal.store.booking.BookingOutcome.Refused;
import id.simpul.node.internal.store.booking.BookingState;
import id.simpul.node.internal.store.booking.BookingStore;
import id.simpul.node.internal.store.booking.StoredBooking;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bookings in the one SQLite file, which several processes may share. Everything is looked at
 * before anything is written: others share the transaction. What a look might miss, the database
 * refuses.
 */
final class SqliteBookingStore implements BookingStore {
  private static final String IDENTITY =
      "DELETE FROM identity WHERE stream = (SELECT number FROM stream WHERE id = ?)";

  private final SqliteWork work;
  private final IdentityVault vault;
  private final InstantSource clock;

  SqliteBookingStore(SqliteWork work, IdentityVault vault, InstantSource clock) {
    this.work = work;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public AgendaOutcome update(StreamId id, Agenda agenda, String actor) {
    return work.write(session -> {
      Instant now = clock.instant();
      AgendaTables tables = new AgendaTables(session, now);
      AgendaOutcome outcome = tables.look(agenda);
      if (outcome instanceof AgendaOutcome.Taken taken && taken.places() + taken.slots() > 0) {
        session.start(id, BookingEvents.agendaUpdated(agenda, now, actor), null);
        tables.write(agenda);
      }
      return outcome;
    });
  }

  @Override
  public BookingOutcome hold(BookingCommand.Hold command) {
    return work.write(session -> {
      Instant now = clock.instant();
      BookingCommand.By by = command.by();
      Optional<BookingOutcome> earlier = replayed(session, by.once());
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Optional<BookingTables.SlotRow> slot =
          BookingTables.slot(session.connection(), command.slotId());
      if (slot.isEmpty()) {
        return Refused.UNKNOWN_SLOT;
      }
      if (!now.isBefore(slot.get().startsAt())) {
        return Refused.CLOSED;
      }
      int most = command.allowance().most();
      if (BookingTables.unused(session.connection(), by.actor(), now, most) >= most) {
        return Refused.TOO_MANY_HOLDS;
      }
      int due = BookingTables.due(session.connection(), slot.get(), now);
      if (slot.get().free() + due < 1) {
        return Refused.FULL;
      }
      if (slot.get().free() < 1) {
        BookingTables.expire(session, slot.get(), now);
      }
      // Nobody is registered for a slot that has begun.
      Instant asked = now.plus(command.allowance().lasting());
      Instant start = slot.get().startsAt();
      Instant until = asked.isBefore(start) ? asked : start;
      NewEvent held = BookingEvents.held(command.slotId(), until, now, by.actor());
      SubmissionOutcome written = session.start(command.id(), held, by.once());
      if (written instanceof SubmissionOutcome.Appended appended) {
        BookingTables.insert(
            session.connection(), appended.event().sequence(), slot.get(), by.actor(), until, now);
      }
      return done(session, command.id());
    });
  }

  private Optional<BookingOutcome> replayed(LogSession session, @Nullable Idempotency once)
      throws SQLException {
    Optional<SubmissionOutcome> earlier = once == null ? Optional.empty() : session.earlier(once);
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        earlier.get() instanceof SubmissionOutcome.Replayed replayed
            ? done(session, replayed.stream())
            : Refused.KEY_CONFLICT);
  }

  private BookingOutcome done(LogSession session, StreamId id) throws SQLException {
    Optional<StoredBooking> booking = settled(session, id, clock.instant());
    return booking.isPresent() ? new Done(booking.get()) : Refused.UNKNOWN_BOOKING;
  }

  // Who is told that a hold is over is told for good, whatever clocks do later: the transaction
  // that says so ends it.
  private static Optional<StoredBooking> settled(LogSession session, StreamId id, Instant now)
      throws SQLException {
    Optional<StoredBooking> kept = BookingTables.find(session.connection(), id);
    if (kept.isEmpty() || !kept.get().isOverAt(now)) {
      return kept;
    }
    BookingTables.expire(session, id, kept.get().terms().expiresAt());
    return BookingTables.find(session.connection(), id);
  }

  @Override
  public BookingOutcome confirm(BookingCommand.Confirm command) {
    StreamId id = command.id();
    BookingCommand.By by = command.by();
    SealedIdentity sealed = vault.seal(id, command.registration());
    return work.write(session -> {
      Instant now = clock.instant();
      Optional<BookingOutcome> earlier = replayed(session, by.once());
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Optional<StoredBooking> booking = settled(session, id, now);
      Optional<StreamRow> stream = session.find(id);
      if (booking.isEmpty() || stream.isEmpty() || !booking.get().belongsTo(by.owner())) {
        return Refused.UNKNOWN_BOOKING;
      }
      BookingState state = booking.get().terms().state();
      if (state != BookingState.HELD) {
        return notHeld(session, stream.get(), state, command);
      }
      String campaign = booking.get().slot().campaign();
      if (BookingTables.isBooked(session.connection(), campaign, command.person())) {
        return alreadyBooked(session, id, stream.get(), now);
      }
      Event written =
          session.add(id, stream.get(), BookingEvents.confirmed(command.dose(), now, by.actor()));
      session.keepIdentity(stream.get(), sealed);
      BookingTables.confirm(session.connection(), stream.get(), command, now);
      if (by.once() != null) {
        session.keep(by.once(), stream.get().number(), written.sequence());
      }
      return done(session, id);
    });
  }

  // The answer tells of a person, so that one hold does not ask about many.
  private static BookingOutcome alreadyBooked(
      LogSession session, StreamId id, StreamRow stream, Instant now) throws SQLException {
    if (BookingTables.refuse(session.connection(), stream) >= MAX_REFUSALS) {
      session.add(id, stream, BookingEvents.ended(BookingEvents.CANCELLED, now, NODE));
      BookingTables.end(session.connection(), stream, BookingState.CANCELLED, now);
    }
    return Refused.ALREADY_BOOKED;
  }

  // Whoever registers the same person for the same place again, under whatever key, has done so;
  // with other details they have not.
  private BookingOutcome notHeld(
      LogSession session, StreamRow stream, BookingState state, BookingCommand.Confirm command)
      throws SQLException {
    boolean same =
        state == BookingState.CONFIRMED
            && BookingTables.isOf(session.connection(), stream, command)
            && isKept(session, stream, command);
    if (same) {
      if (command.by().once() != null) {
        session.keep(command.by().once(), stream.number(), stream.number());
      }
      return done(session, command.id());
    }
    return state == BookingState.EXPIRED ? Refused.EXPIRED : Refused.NOT_HELD;
  }

  // What was erased cannot be compared, so that the person and the dose decide.
  private boolean isKept(LogSession session, StreamRow stream, BookingCommand.Confirm command)
      throws SQLException {
    Optional<SealedIdentity> kept = session.identity(stream);
    return kept.isEmpty()
        || MessageDigest.isEqual(vault.open(command.id(), kept.get()), command.registration());
  }

  @Override
  public BookingOutcome cancel(StreamId id, BookingCommand.By by) {
    return ending(
        id,
        by,
        (session, stream, state, now) -> {
          switch (state) {
            case HELD, CONFIRMED -> {
              session.add(
                  id, stream, BookingEvents.ended(BookingEvents.CANCELLED, now, by.actor()));
              BookingTables.end(session.connection(), stream, BookingState.CANCELLED, now);
              BookingTables.forget(session.connection(), stream);
              session.erase(IDENTITY, id.value());
            }
            case FULFILLED -> {
              return Refused.FULFILLED;
            }
            case CANCELLED, EXPIRED, MISSED -> {} // said again, or nothing to give back
          }
          return done(session, id);
        });
  }

  @Override
  public BookingOutcome fulfil(StreamId id, String immunization, BookingCommand.By by) {
    return ending(
        id,
        by,
        (session, stream, state, now) -> {
          boolean same =
              state == BookingState.FULFILLED
                  && BookingTables.find(session.connection(), id)
                      .filter(b -> immunization.equals(b.terms().immunization()))
                      .isPresent();
          if (same) {
            return done(session, id);
          }
          if (state != BookingState.CONFIRMED && state != BookingState.MISSED) {
            return Refused.NOT_CONFIRMED;
          }
          if (BookingTables.isRecordOfOne(session.connection(), immunization)) {
            return Refused.RECORD_TAKEN;
          }
          session.add(id, stream, BookingEvents.fulfilled(immunization, now, by.actor()));
          BookingTables.fulfil(session.connection(), stream, immunization, now);
          return done(session, id);
        });
  }

  /** Ends a booking that is there and known to the caller. */
  @FunctionalInterface
  private interface Ending {
    BookingOutcome end(LogSession session, StreamRow stream, BookingState state, Instant now)
        throws SQLException;
  }

  private BookingOutcome ending(StreamId id, BookingCommand.By by, Ending ending) {
    return work.write(session -> {
      Instant now = clock.instant();
      Optional<StoredBooking> booking = settled(session, id, now);
      Optional<StreamRow> stream = session.find(id);
      if (booking.isEmpty() || stream.isEmpty() || !booking.get().belongsTo(by.owner())) {
        return Refused.UNKNOWN_BOOKING;
      }
      return ending.end(session, stream.get(), booking.get().terms().state(), now);
    });
  }

  @Override
  public Optional<StoredBooking> find(StreamId id) {
    Instant now = clock.instant();
    Optional<StoredBooking> kept = work.read("booking", session -> BookingTables.find(session, id));
    return kept.isPresent() && kept.get().isOverAt(now)
        ? work.write(session -> settled(session, id, now))
        : kept;
  }

  @Override
  public Optional<StoredBooking> findActive(String campaign, List<String> persons) {
    return work.read(
        "booking of a person", session -> BookingTables.findActive(session, campaign, persons));
  }

  @Override
  public Optional<StoredBooking> lookUp(
      StreamId id, String campaign, List<String> persons, String actor) {
    return work.write(session -> {
      Optional<StoredBooking> found =
          BookingTables.findActive(session.connection(), campaign, persons);
      StreamId booking = found.map(StoredBooking::id).orElse(null);
      session.begin(id, BookingEvents.lookedUp(campaign, booking, clock.instant(), actor));
      return found;
    });
  }

  @Override
  public List<VaccinationPlace> places(Instant now) {
    return work.read("places", session -> AgendaTables.places(session, now));
  }

  @Override
  public List<SlotUse> slots(Instant now) {
    return work.read("slots", session -> AgendaTables.slots(session, now));
  }

  @Override
  public Instant changedAt(Instant now) {
    return work.read("time of the last change", session -> AgendaTables.changedAt(session, now));
  }
}
