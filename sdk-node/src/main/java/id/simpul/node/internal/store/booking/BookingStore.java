package id.simpul.node.internal.store.booking;

import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.store.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a node remembers of slots and bookings. Each booking is a stream of events; capacity, one
 * booking a person, and the order of states are constraints of the database, which several
 * processes may share. A hold whose end has come gives its place back when somebody needs it, or
 * when the store tidies up, whichever is first, and once; what was missed, when it tidies up. Then
 * it also erases registrations that are of no more use. Blocks the calling thread; throws {@link
 * id.simpul.node.internal.store.StoreException}.
 */
public interface BookingStore {
  /** Who ends a hold that nobody ended. */
  String NODE = "node";

  /**
   * How long after the end of its slot a booking whose dose nobody recorded becomes {@link
   * BookingState#MISSED}: until then a dose may be on its way from paper.
   */
  Duration MISSED_AFTER = Duration.ofDays(1);

  /**
   * How long a hold that came to nothing can be asked for after its end: as long as whoever made it
   * may repeat that under the same key.
   */
  Duration UNUSED_KEPT = Duration.ofDays(31);

  /** The most slots that {@link #slots} gives. */
  int MAX_SLOTS = 50_000;

  /** How often a hold is refused people who are booked already; with the last it ends. */
  int MAX_REFUSALS = 5;

  /**
   * Takes places and slots, all or none. What is not named stays.
   *
   * @param id the stream of the change
   * @param agenda what is new or changed
   * @param actor who gave it
   * @return what became of it
   */
  AgendaOutcome update(StreamId id, Agenda agenda, String actor);

  /**
   * Holds a place.
   *
   * @param command what is wanted
   * @return what became of it
   */
  BookingOutcome hold(BookingCommand.Hold command);

  /**
   * Registers a person for a place that is held. What is refused takes nothing and leaves the hold
   * as it was, up to {@link #MAX_REFUSALS} people who are booked already.
   *
   * @param command what is wanted
   * @return what became of it
   */
  BookingOutcome confirm(BookingCommand.Confirm command);

  /**
   * Gives a place back, and erases who had it.
   *
   * @param id the booking
   * @param by who asks
   * @return what became of it
   */
  BookingOutcome cancel(StreamId id, BookingCommand.By by);

  /**
   * Points a booking at the record of its dose, also one that was missed: the record may come late.
   *
   * @param id the booking
   * @param immunization the record
   * @param by who asks
   * @return what became of it
   */
  BookingOutcome fulfil(StreamId id, String immunization, BookingCommand.By by);

  /**
   * A booking.
   *
   * @param id its stream
   * @return the booking, or empty when there is none
   */
  Optional<StoredBooking> find(StreamId id);

  /**
   * A person's active booking.
   *
   * @param campaign the campaign
   * @param persons the pseudonyms the person may have
   * @return the booking, or empty when there is none that is confirmed
   */
  Optional<StoredBooking> findActive(String campaign, List<String> persons);

  /**
   * A person's active booking, for a health worker who knows the population number alone. The log
   * keeps that they asked, whatever was found.
   *
   * @param id the stream of the question
   * @param campaign the campaign
   * @param persons the pseudonyms the person may have
   * @param actor who asks
   * @return the booking, or empty when there is none that is confirmed
   */
  Optional<StoredBooking> lookUp(StreamId id, String campaign, List<String> persons, String actor);

  /**
   * The places of slots that are not over.
   *
   * @param now the time
   * @return the places by id
   */
  List<VaccinationPlace> places(Instant now);

  /**
   * The slots that are not over, the first {@link #MAX_SLOTS} of them.
   *
   * @param now the time
   * @return the slots by start and id, with what is taken of them now
   */
  List<SlotUse> slots(Instant now);

  /**
   * When places, slots or bookings last changed.
   *
   * @param now the time
   * @return the time, or the beginning of time when nothing ever did
   */
  Instant changedAt(Instant now);
}
