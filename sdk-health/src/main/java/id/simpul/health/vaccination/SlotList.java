package id.simpul.health.vaccination;

import id.simpul.health.bulk.LineError;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The slots of a publisher as they were read at one time. Immutable. */
public final class SlotList {
  private final List<VaccinationSlot> slots;
  private final List<LineError> problems;
  private final @Nullable OffsetDateTime publishedAt;
  private final Instant readAt;
  private final Instant nextAt;

  SlotList(
      List<VaccinationSlot> slots,
      List<LineError> problems,
      @Nullable OffsetDateTime publishedAt,
      Instant readAt,
      Instant nextAt) {
    this.slots = List.copyOf(slots);
    this.problems = List.copyOf(problems);
    this.publishedAt = publishedAt;
    this.readAt = Objects.requireNonNull(readAt, "readAt");
    this.nextAt = Objects.requireNonNull(nextAt, "nextAt");
  }

  /**
   * All slots, free or not, in the publisher's order.
   *
   * @return the slots, possibly none
   */
  public List<VaccinationSlot> slots() {
    return slots;
  }

  /**
   * The slots that can be booked.
   *
   * @return the slots that are free and stand for one or more
   */
  public List<VaccinationSlot> free() {
    return slots.stream().filter(s -> s.isFree() && s.capacity() > 0).toList();
  }

  /**
   * What could not be read: lines, with their number from 1, and files as a whole, with line 0. The
   * slots of a file that could not be read this time are those it had before.
   *
   * @return the problems, none when all is well
   */
  public List<LineError> problems() {
    return problems;
  }

  /**
   * When the publisher says that the set was published.
   *
   * @return the time, or empty where it does not say so that it can be read
   */
  public Optional<OffsetDateTime> publishedAt() {
    return Optional.ofNullable(publishedAt);
  }

  /**
   * When the publisher was asked.
   *
   * @return the time
   */
  public Instant readAt() {
    return readAt;
  }

  /**
   * When the publisher will be asked again, if anybody wants to know.
   *
   * @return the time, a minute or more later
   */
  public Instant nextAt() {
    return nextAt;
  }

  @Override
  public String toString() {
    return "SlotList[" + slots.size() + " slots, " + problems.size() + " problems]";
  }
}
