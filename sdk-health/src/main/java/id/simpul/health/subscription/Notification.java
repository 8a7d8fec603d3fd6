package id.simpul.health.subscription;

import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.SubscriptionStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a notification tells that is not done yet.
 *
 * @param kind why it was sent
 * @param events what is to be done, by number; what is done is left out
 * @param repeated how many events are left out
 * @param missing events that are known to have happened and have not come; {@code $events} gives
 *     them
 */
public record Notification(
    Kind kind, List<Happened> events, int repeated, List<EventRange> missing) {
  /** Copies the lists. */
  public Notification {
    Objects.requireNonNull(kind, "kind");
    events = List.copyOf(events);
    missing = List.copyOf(missing);
  }

  /** Why a notification was sent. */
  public enum Kind {
    /** The subscription begins, or begins anew. */
    HANDSHAKE,
    /** Nothing happened for a while. */
    HEARTBEAT,
    /** Something happened. */
    EVENTS,
    /** It was asked for ({@code $status} or {@code $events}). */
    QUERIED
  }

  /** Something that happened. {@code toString} shows nothing of the resource. */
  public static final class Happened {
    private final long number;
    private final SubscriptionStatus.Event event;
    private final @Nullable Resource resource;
    private final long count;

    Happened(long number, SubscriptionStatus.Event event, @Nullable Resource resource, long count) {
      this.number = number;
      this.event = event;
      this.resource = resource;
      this.count = count;
    }

    /** Which count of the server the number is of. */
    long count() {
      return count;
    }

    /**
     * Its place among all events of the subscription.
     *
     * @return the number, from 1
     */
    public long number() {
      return number;
    }

    /**
     * When it happened, and to what.
     *
     * @return the event as the status names it
     */
    public SubscriptionStatus.Event event() {
      return event;
    }

    /**
     * What it happened to, as it is now.
     *
     * @return the resource, or empty when the notification does not carry it
     */
    public Optional<Resource> resource() {
      return Optional.ofNullable(resource);
    }

    @Override
    public String toString() {
      return "Happened[" + number + "]";
    }
  }
}
