package id.simpul.health.vaccination;

import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Schedule;
import id.simpul.health.fhir.Slot;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.internal.vaccination.LinkExtensions;
import id.simpul.health.internal.vaccination.SlotTimes;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A slot that was published, with the schedule and place it belongs to. Immutable. */
public final class VaccinationSlot {
  private final Slot slot;
  private final @Nullable Schedule schedule;
  private final @Nullable Location location;

  VaccinationSlot(Slot slot, @Nullable Schedule schedule, @Nullable Location location) {
    this.slot = Objects.requireNonNull(slot, "slot");
    this.schedule = schedule;
    this.location = location;
  }

  /**
   * Its id.
   *
   * @return the id; {@code ""} when the publisher gave none
   */
  public String id() {
    return slot.id().orElse("");
  }

  /**
   * Whether it can be booked.
   *
   * @return false when it is busy, or the publisher does not say
   */
  public boolean isFree() {
    return slot.status().equals(Optional.of(Slot.FREE));
  }

  /**
   * When it begins. An offset of hours alone ({@code -05}), as in the specification's example, is
   * taken as it is meant.
   *
   * @return the time, or empty when there is none that can be read
   */
  public Optional<OffsetDateTime> start() {
    return slot.string("start").flatMap(SlotTimes::parse);
  }

  /**
   * When it ends.
   *
   * @return the time, or empty when there is none that can be read
   */
  public Optional<OffsetDateTime> end() {
    return slot.string("end").flatMap(SlotTimes::parse);
  }

  /**
   * How many such slots this one stands for.
   *
   * @return the number; 1 unless the publisher says another one that is not negative
   */
  public int capacity() {
    return LinkExtensions.of(slot, LinkExtensions.SLOT_CAPACITY).stream()
        .flatMap(e -> e.valueInteger().stream())
        .filter(n -> n >= 0)
        .findFirst()
        .orElse(1);
  }

  /**
   * The page where it is booked.
   *
   * @return an http or https link, or empty; a link of another kind is none
   */
  public Optional<URI> bookingLink() {
    return LinkExtensions.of(slot, LinkExtensions.BOOKING_DEEP_LINK).stream()
        .flatMap(e -> e.string("valueUrl").stream())
        .flatMap(text -> link(text).stream())
        .findFirst();
  }

  // A page opens what it is given: a link that runs a script must not come through here.
  private static Optional<URI> link(String text) {
    try {
      URI link = new URI(text);
      boolean web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
      return web && link.getHost() != null ? Optional.of(link) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty(); // no link at all
    }
  }

  /**
   * The page where it is booked, told who sends the visitor and for what (section "Deep Links").
   *
   * @param source who sends them
   * @param referral names this one referral
   * @return the link with {@code source} and {@code booking-referral}, or empty
   */
  public Optional<URI> bookingLink(String source, String referral) {
    String more = "source=" + encoded(source) + "&booking-referral=" + encoded(referral);
    return bookingLink()
        .map(link -> {
          String text = link.toString();
          int fragment = text.indexOf('#');
          String page = fragment < 0 ? text : text.substring(0, fragment);
          String rest = fragment < 0 ? "" : text.substring(fragment);
          String sign = link.getRawQuery() == null ? "?" : "&";
          return URI.create(page + sign + more + rest);
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The telephone number where it is booked.
   *
   * @return the number as it was written, or empty
   */
  public Optional<String> bookingPhone() {
    return LinkExtensions.of(slot, LinkExtensions.BOOKING_PHONE).stream()
        .flatMap(e -> e.valueString().stream())
        .findFirst();
  }

  /**
   * What is given.
   *
   * @return the vaccines by their codes in CVX, possibly none
   */
  public List<Vaccine> vaccines() {
    return extensions(LinkExtensions.VACCINE_PRODUCT).stream()
        .flatMap(e -> e.get("valueCoding", Coding.TYPE).stream())
        .filter(c -> c.code().isPresent())
        .map(c -> new Vaccine(c.code().orElse(""), c.display().orElse(""), List.of()))
        .toList();
  }

  /**
   * Which doses are given.
   *
   * @return the numbers, possibly none
   */
  public List<Integer> doses() {
    return extensions(LinkExtensions.VACCINE_DOSE).stream()
        .flatMap(e -> e.valueInteger().stream())
        .toList();
  }

  /**
   * The campaign, which Simpul nodes publish.
   *
   * @return its name in programs, or empty
   */
  public Optional<String> campaign() {
    return extensions(LinkExtensions.CAMPAIGN).stream()
        .flatMap(e -> e.valueCode().stream())
        .findFirst();
  }

  // The specification has them on schedules; some publishers put them on slots.
  private List<Extension> extensions(String name) {
    List<Extension> own = LinkExtensions.of(slot, name);
    return own.isEmpty() && schedule != null ? LinkExtensions.of(schedule, name) : own;
  }

  /**
   * The place.
   *
   * @return the location, or empty when the publisher's files do not have it
   */
  public Optional<Location> location() {
    return Optional.ofNullable(location);
  }

  /**
   * The schedule.
   *
   * @return the schedule, or empty when the publisher's files do not have it
   */
  public Optional<Schedule> schedule() {
    return Optional.ofNullable(schedule);
  }

  /**
   * The slot as it was published, with whatever is wrong with it.
   *
   * @return the resource
   */
  public Slot resource() {
    return slot;
  }

  @Override
  public String toString() {
    return "VaccinationSlot[" + id() + ", " + (isFree() ? "free" : "not free") + "]";
  }
}
