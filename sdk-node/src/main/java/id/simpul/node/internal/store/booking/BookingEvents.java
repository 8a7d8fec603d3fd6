package id.simpul.node.internal.store.booking;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.wire.AgendaForm;
import id.simpul.node.internal.store.EventType;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.StreamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of bookings: places and slots as they were given, doses, times and records,
 * nothing of the person. What has shipped is never changed; a new shape is a new version.
 */
public final class BookingEvents {
  /** Places and slots were given or changed. */
  public static final EventType AGENDA_UPDATED = new EventType("booking.agenda-updated", 1);

  /** A place is held. */
  public static final EventType HELD = new EventType("booking.held", 1);

  /** The place became a person's. */
  public static final EventType CONFIRMED = new EventType("booking.confirmed", 1);

  /** The place was given back. */
  public static final EventType CANCELLED = new EventType("booking.cancelled", 1);

  /** The hold came to its end. */
  public static final EventType EXPIRED = new EventType("booking.expired", 1);

  /** The person was vaccinated. */
  public static final EventType FULFILLED = new EventType("booking.fulfilled", 1);

  /** The slot is over, and no dose was recorded. */
  public static final EventType MISSED = new EventType("booking.missed", 1);

  /** Who had the booking was erased: nothing is left that tells of them. */
  public static final EventType ERASED = new EventType("booking.erased", 1);

  /** A health worker asked for a person's booking by the population number alone. */
  public static final EventType LOOKED_UP = new EventType("booking.looked-up", 1);

  private BookingEvents() {}

  /**
   * Places and slots are given or changed.
   *
   * @param agenda what was given
   * @param now the time
   * @param actor who gave it
   * @return the only event of its stream
   */
  public static NewEvent agendaUpdated(Agenda agenda, Instant now, String actor) {
    JsonObject.Builder json = JsonObject.builder();
    json.put(
        "places",
        new JsonArray(agenda.places().stream().<JsonValue>map(AgendaForm::write).toList()));
    json.put(
        "slots", new JsonArray(agenda.slots().stream().<JsonValue>map(AgendaForm::write).toList()));
    return event(AGENDA_UPDATED, now, actor, json);
  }

  /**
   * A place is held.
   *
   * @param slotId the slot
   * @param until when the hold ends
   * @param now the time
   * @param actor who holds it
   * @return the first event of a booking
   */
  public static NewEvent held(String slotId, Instant until, Instant now, String actor) {
    return event(
        HELD,
        now,
        actor,
        JsonObject.builder().put("slot", slotId).put("expires_at", until.toString()));
  }

  /**
   * The place becomes a person's.
   *
   * @param dose which dose it is for
   * @param now the time
   * @param actor who registered them
   * @return the event
   */
  public static NewEvent confirmed(int dose, Instant now, String actor) {
    return event(CONFIRMED, now, actor, JsonObject.builder().put("dose", JsonNumber.of(dose)));
  }

  /**
   * The person is vaccinated.
   *
   * @param immunization the record of the dose, by its id, which says nothing of the person
   * @param now the time
   * @param actor who recorded it
   * @return the event
   */
  public static NewEvent fulfilled(String immunization, Instant now, String actor) {
    return event(FULFILLED, now, actor, JsonObject.builder().put("immunization", immunization));
  }

  /**
   * A health worker asks for a person's booking by the population number alone.
   *
   * @param campaign in which campaign
   * @param booking what was found, or null for nothing
   * @param now the time
   * @param actor who asks
   * @return the only event of its stream
   */
  public static NewEvent lookedUp(
      String campaign, @Nullable StreamId booking, Instant now, String actor) {
    return event(
        LOOKED_UP,
        now,
        actor,
        JsonObject.builder()
            .put("campaign", campaign)
            .putIfPresent("booking", booking == null ? null : booking.value()));
  }

  /**
   * A booking ends without a dose, or who had it is erased.
   *
   * @param type {@link #CANCELLED}, {@link #EXPIRED}, {@link #MISSED} or {@link #ERASED}
   * @param when the time
   * @param actor who does so
   * @return the event
   */
  public static NewEvent ended(EventType type, Instant when, String actor) {
    return event(type, when, actor, JsonObject.builder());
  }

  private static NewEvent event(
      EventType type, Instant when, String actor, JsonObject.Builder json) {
    return new NewEvent(type, when, actor, Json.toBytes(json.build()));
  }
}
