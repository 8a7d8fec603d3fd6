package id.simpul.health.vaccination;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.vaccination.Checks;
import id.simpul.health.internal.vaccination.Forms;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** So many places for one vaccine, at one place and time, as an officer offers them. Immutable. */
public final class AgendaSlot {
  /** The most people at one slot. */
  public static final int MAX_CAPACITY = 10_000;

  /** The most characters of a link. */
  public static final int MAX_LINK_LENGTH = 2048;

  private final String id;
  private final String placeId;
  private final String campaign;
  private final Vaccine vaccine;
  private final List<Integer> doses;
  private final OffsetDateTime start;
  private final OffsetDateTime end;
  private final int capacity;
  private final @Nullable URI bookingLink;

  private AgendaSlot(Builder b) {
    this.id = b.id;
    this.placeId = b.placeId;
    this.campaign = Objects.requireNonNull(b.campaign);
    this.vaccine = Objects.requireNonNull(b.vaccine);
    this.doses = List.copyOf(b.doses);
    this.start = Objects.requireNonNull(b.start);
    this.end = Objects.requireNonNull(b.end);
    this.capacity = Objects.requireNonNull(b.capacity);
    this.bookingLink = b.bookingLink;
  }

  /**
   * Starts a slot.
   *
   * @param id its id: 1 to 58 letters, digits, dots and hyphens
   * @param placeId the id of its place
   * @return a builder; required unless a method says otherwise
   */
  public static Builder builder(String id, String placeId) {
    return new Builder(id, placeId);
  }

  /**
   * Its id.
   *
   * @return 1 to 58 characters
   */
  public String id() {
    return id;
  }

  /**
   * The id of its place.
   *
   * @return 1 to 58 characters
   */
  public String placeId() {
    return placeId;
  }

  /**
   * The campaign; a person has one booking in each.
   *
   * @return its name in programs
   */
  public String campaign() {
    return campaign;
  }

  /**
   * What is given.
   *
   * @return the vaccine
   */
  public Vaccine vaccine() {
    return vaccine;
  }

  /**
   * Which doses are given.
   *
   * @return the numbers, at least one
   */
  public List<Integer> doses() {
    return doses;
  }

  /**
   * When it begins; from then on it cannot be booked.
   *
   * @return the time
   */
  public OffsetDateTime start() {
    return start;
  }

  /**
   * When it ends.
   *
   * @return a later time
   */
  public OffsetDateTime end() {
    return end;
  }

  /**
   * How many people can come.
   *
   * @return 0 to {@link #MAX_CAPACITY}; 0 closes the slot
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Where people book by themselves.
   *
   * @return the link, or empty
   */
  public Optional<URI> bookingLink() {
    return Optional.ofNullable(bookingLink);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AgendaSlot s
        && id.equals(s.id)
        && capacity == s.capacity
        && vaccine.equals(s.vaccine)
        && Objects.equals(bookingLink, s.bookingLink)
        && sameAppointment(s);
  }

  /**
   * Whether whoever has booked one has booked the other: place, campaign, vaccine, doses and time.
   *
   * @param other another slot
   * @return true when they agree in all of these
   */
  public boolean sameAppointment(AgendaSlot other) {
    return placeId.equals(other.placeId)
        && campaign.equals(other.campaign)
        && vaccine.cvx().equals(other.vaccine.cvx())
        && vaccine.kfa().equals(other.vaccine.kfa())
        && doses.equals(other.doses)
        && start.isEqual(other.start)
        && end.isEqual(other.end);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "AgendaSlot[" + id + ", " + capacity + " places]";
  }

  /** Collects a slot. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String placeId;
    private final List<Integer> doses = new ArrayList<>();
    private @Nullable String campaign;
    private @Nullable Vaccine vaccine;
    private @Nullable OffsetDateTime start;
    private @Nullable OffsetDateTime end;
    private @Nullable Integer capacity;
    private @Nullable URI bookingLink;

    private Builder(String id, String placeId) {
      this.id = Objects.requireNonNull(id, "id");
      this.placeId = Objects.requireNonNull(placeId, "placeId");
    }

    /**
     * The campaign.
     *
     * @param value its name in programs
     * @return this
     */
    public Builder campaign(@Nullable String value) {
      this.campaign = value;
      return this;
    }

    /**
     * What is given.
     *
     * @param value the vaccine
     * @return this
     */
    public Builder vaccine(@Nullable Vaccine value) {
      this.vaccine = value;
      return this;
    }

    /**
     * Adds a dose that is given. At least one is required.
     *
     * @param number 1 for the first, at most {@link Registration#MAX_DOSE}
     * @return this
     */
    public Builder dose(int number) {
      doses.add(number);
      return this;
    }

    /**
     * When it begins and ends.
     *
     * @param from the beginning
     * @param to the end
     * @return this
     */
    public Builder time(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
      this.start = from;
      this.end = to;
      return this;
    }

    /**
     * How many people can come.
     *
     * @param people 0 to {@link #MAX_CAPACITY}
     * @return this
     */
    public Builder capacity(@Nullable Integer people) {
      this.capacity = people;
      return this;
    }

    /**
     * Where people book by themselves. Default: nowhere.
     *
     * @param value an https link, or null
     * @return this
     */
    public Builder bookingLink(@Nullable URI value) {
      this.bookingLink = value;
      return this;
    }

    private Checks checks(String where) {
      Checks checks = new Checks("AgendaSlot");
      checks.form(where + "/id", id, Forms.ID, Forms.ID_RULE);
      checks.form(where + "/place", placeId, Forms.ID, Forms.ID_RULE);
      checks.form(where + "/campaign", campaign, Forms.CAMPAIGN, Forms.CAMPAIGN_RULE);
      if (checks.given(where + "/vaccine", vaccine) && vaccine != null) {
        vaccine
            .violations(where + "/vaccine")
            .forEach(v -> checks.reject(v.code(), v.where(), v.message()));
      }
      checkDoses(where + "/doses", checks);
      checks.given(where + "/start", start);
      checks.given(where + "/end", end);
      if (start != null && end != null && !end.isAfter(start)) {
        checks.reject(Violation.CONFLICT, where + "/end", "must be later than the start");
      }
      checks.range(where + "/capacity", capacity, 0, MAX_CAPACITY);
      if (bookingLink != null && !isLink(bookingLink)) {
        checks.reject(Violation.TYPE, where + "/booking_link", "must be an https link");
      }
      return checks;
    }

    private void checkDoses(String where, Checks checks) {
      if (doses.isEmpty()) {
        checks.reject(Violation.REQUIRED, where, "at least one dose is required");
      }
      for (int i = 0; i < doses.size(); i++) {
        checks.range(where + "/" + i, doses.get(i), 1, Registration.MAX_DOSE);
      }
      if (doses.stream().distinct().count() < doses.size()) {
        checks.reject(Violation.CONFLICT, where, "a dose is listed twice");
      }
    }

    private static boolean isLink(URI link) {
      return "https".equals(link.getScheme())
          && link.getHost() != null
          && link.toString().length() <= MAX_LINK_LENGTH;
    }

    /**
     * Everything that is missing or wrong so far.
     *
     * @param where a JSON pointer to the slot
     * @return the violations, possibly none
     */
    public List<Violation> violations(String where) {
      return checks(where).violations();
    }

    /**
     * Ends the slot.
     *
     * @return the slot
     * @throws ValidationException with every violation
     */
    public AgendaSlot build() {
      return checks("").then(() -> new AgendaSlot(this));
    }
  }
}
