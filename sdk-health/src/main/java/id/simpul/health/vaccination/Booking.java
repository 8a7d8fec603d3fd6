package id.simpul.health.vaccination;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place at a slot that is held or booked, as the node tells of it: nothing of the person. Two are
 * equal when all their members are. Immutable.
 */
public final class Booking {
  private final BookingId id;
  private final BookingStatus status;
  private final BookedSlot slot;
  private final @Nullable Integer dose;
  private final @Nullable OffsetDateTime expiresAt;
  private final OffsetDateTime updatedAt;
  private final @Nullable String immunization;

  private Booking(Builder b) {
    this.id = b.id;
    this.status = b.status;
    this.slot = b.slot;
    this.dose = b.dose;
    this.expiresAt = b.expiresAt;
    this.updatedAt = b.updatedAt;
    this.immunization = b.immunization;
  }

  /**
   * The slot as the node had it when it answered.
   *
   * @param id its id
   * @param campaign the campaign it belongs to
   * @param vaccine the vaccine
   * @param placeId the id of the place
   * @param placeName the place, for people
   * @param start when it begins
   * @param end when it ends
   */
  public record BookedSlot(
      String id,
      String campaign,
      Vaccine vaccine,
      String placeId,
      String placeName,
      OffsetDateTime start,
      OffsetDateTime end) {
    /** Checks that all members are given. */
    public BookedSlot {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(campaign, "campaign");
      Objects.requireNonNull(vaccine, "vaccine");
      Objects.requireNonNull(placeId, "placeId");
      Objects.requireNonNull(placeName, "placeName");
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(end, "end");
    }
  }

  /**
   * Starts a booking.
   *
   * @param id its id
   * @param status where it stands
   * @param slot the slot
   * @param updatedAt when it came to stand there
   * @return a builder
   */
  public static Builder builder(
      BookingId id, BookingStatus status, BookedSlot slot, OffsetDateTime updatedAt) {
    return new Builder(id, status, slot, updatedAt);
  }

  /**
   * The node's name for it.
   *
   * @return the id
   */
  public BookingId id() {
    return id;
  }

  /**
   * Where it stands.
   *
   * @return the status
   */
  public BookingStatus status() {
    return status;
  }

  /**
   * The slot.
   *
   * @return the slot
   */
  public BookedSlot slot() {
    return slot;
  }

  /**
   * Which dose it is for.
   *
   * @return the number, or empty before it was confirmed
   */
  public Optional<Integer> dose() {
    return Optional.ofNullable(dose);
  }

  /**
   * Until when the place is held.
   *
   * @return the time, or empty unless the status is {@link BookingStatus#HELD}
   */
  public Optional<OffsetDateTime> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * When it came to stand where it stands.
   *
   * @return the time
   */
  public OffsetDateTime updatedAt() {
    return updatedAt;
  }

  /**
   * The record of the dose.
   *
   * @return {@code Immunization/} and its id, or empty unless it was {@link
   *     BookingStatus#FULFILLED}
   */
  public Optional<String> immunization() {
    return Optional.ofNullable(immunization);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Booking b
        && id.equals(b.id)
        && status.equals(b.status)
        && slot.equals(b.slot)
        && Objects.equals(dose, b.dose)
        && Objects.equals(expiresAt, b.expiresAt)
        && updatedAt.equals(b.updatedAt)
        && Objects.equals(immunization, b.immunization);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, status, slot, dose, expiresAt, updatedAt, immunization);
  }

  @Override
  public String toString() {
    return "Booking[" + status + ", slot " + slot.id() + "]";
  }

  /** Collects a booking. Not thread-safe. */
  public static final class Builder {
    private final BookingId id;
    private final BookingStatus status;
    private final BookedSlot slot;
    private final OffsetDateTime updatedAt;
    private @Nullable Integer dose;
    private @Nullable OffsetDateTime expiresAt;
    private @Nullable String immunization;

    private Builder(BookingId id, BookingStatus status, BookedSlot slot, OffsetDateTime updatedAt) {
      this.id = Objects.requireNonNull(id, "id");
      this.status = Objects.requireNonNull(status, "status");
      this.slot = Objects.requireNonNull(slot, "slot");
      this.updatedAt = Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /**
     * Which dose it is for. Default: not known.
     *
     * @param value the number, or null
     * @return this
     */
    public Builder dose(@Nullable Integer value) {
      this.dose = value;
      return this;
    }

    /**
     * Until when the place is held. Default: it is not held.
     *
     * @param value the time, or null
     * @return this
     */
    public Builder expiresAt(@Nullable OffsetDateTime value) {
      this.expiresAt = value;
      return this;
    }

    /**
     * The record of the dose. Default: none.
     *
     * @param value {@code Immunization/} and its id, or null
     * @return this
     */
    public Builder immunization(@Nullable String value) {
      this.immunization = value;
      return this;
    }

    /**
     * Ends the booking.
     *
     * @return the booking
     */
    public Booking build() {
      return new Booking(this);
    }
  }
}
