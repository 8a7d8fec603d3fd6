package id.simpul.health.subscription;

import id.simpul.core.format.FormatException;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.SubscriptionStatus;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows one subscription: tells each event once, however often and in whatever order
 * notifications come, and knows by the numbers which have not come. A heartbeat shows a gap as well
 * as an event does. What {@code $events} answers is taken like any notification. Thread-safe.
 *
 * <p>What was taken counts as come, whether or not the program has done its part: a server that
 * sends it again is told of nothing new. A program whose work fails after {@link #take} does it
 * again itself, or makes a new tracker from the number it saved and asks {@code $events} for the
 * rest. It saves {@link #completeUpTo()} only after it has done all that it took; saved before,
 * events are lost in a crash.
 *
 * <p>A server that counts anew says so by a handshake of 0 events. Any other handshake only adds to
 * what is known to have happened, and so does one that is older by its time than what has come.
 */
public final class NotificationTracker {
  /** The most gaps that are kept open; more are not a network's doing. */
  public static final int MAX_GAPS = 1_000;

  private static final String HISTORY = "history";

  private final String subscription;
  // What has come: the first number of each range, and its last.
  private final TreeMap<Long, Long> come = new TreeMap<>();
  private long happened;
  private Instant newest = Instant.MIN;

  private NotificationTracker(String subscription, long known) {
    this.subscription = Objects.requireNonNull(subscription, "subscription");
    if (known < 0) {
      throw new IllegalArgumentException("Events are counted from 1");
    }
    restart(known);
  }

  /**
   * Begins to follow a subscription.
   *
   * @param subscription its id on the server
   * @param known all events up to this number are known, 0 for none: {@link #completeUpTo()} of the
   *     program's last life
   * @return the tracker
   */
  public static NotificationTracker of(String subscription, long known) {
    return new NotificationTracker(subscription, known);
  }

  /**
   * Takes a notification, or what a server answered to {@code $status} or {@code $events}.
   *
   * @param notification the bundle
   * @return what is new in it, and what is missing by now
   * @throws FormatException when it is no notification, one of another subscription, or leaves more
   *     than {@link #MAX_GAPS} gaps; nothing of it is taken then
   */
  public synchronized Notification take(Bundle notification) throws FormatException {
    SubscriptionStatus status = status(notification);
    Notification.Kind kind = kind(status);
    List<Notification.Happened> all = events(notification, status);
    TreeMap<Long, Long> before = new TreeMap<>(come);
    long happenedBefore = happened;
    OptionalLong count = status.eventsSinceStart();
    Optional<Instant> sent = notification.timestamp().flatMap(FhirInstant::toInstant);
    boolean late = sent.isPresent() && sent.get().isBefore(newest);
    // A count left out is no count, and one above 0 would take gaps below it for events that came.
    if (kind == Notification.Kind.HANDSHAKE && count.equals(OptionalLong.of(0)) && !late) {
      restart(0);
    }
    List<Notification.Happened> fresh = new ArrayList<>();
    for (Notification.Happened event : all) {
      if (add(event.number())) {
        fresh.add(event);
      }
      happened = Math.max(happened, event.number());
    }
    happened = Math.max(happened, count.orElse(0));
    if (come.size() > MAX_GAPS) {
      come.clear();
      come.putAll(before);
      happened = happenedBefore;
      throw new FormatException("event-number", "leaves more than " + MAX_GAPS + " gaps");
    }
    newest = late ? newest : sent.orElse(newest);
    return new Notification(kind, fresh, all.size() - fresh.size(), missing());
  }

  /**
   * Up to which event everything has come.
   *
   * @return the number to begin with after a crash
   */
  public synchronized long completeUpTo() {
    Map.Entry<Long, Long> first = come.firstEntry();
    return first != null && first.getKey() == 0 ? first.getValue() : 0;
  }

  /**
   * Events that are known to have happened and have not come.
   *
   * @return the ranges, in order, none when there is no gap
   */
  public synchronized List<EventRange> missing() {
    List<EventRange> gaps = new ArrayList<>();
    long next = 1;
    for (Map.Entry<Long, Long> range : come.entrySet()) {
      if (range.getKey() > next) {
        gaps.add(new EventRange(next, range.getKey() - 1));
      }
      next = range.getValue() + 1;
    }
    if (next <= happened) {
      gaps.add(new EventRange(next, happened));
    }
    return gaps;
  }

  private void restart(long known) {
    come.clear();
    come.put(0L, known);
    happened = known;
  }

  // Joins the ranges on both sides; false when it had come before.
  private boolean add(long number) {
    Map.Entry<Long, Long> below = come.floorEntry(number);
    if (below != null && below.getValue() >= number) {
      return false;
    }
    long from = below != null && below.getValue() == number - 1 ? below.getKey() : number;
    Long above = come.remove(number + 1);
    come.put(from, above == null ? number : above);
    return true;
  }

  private SubscriptionStatus status(Bundle notification) throws FormatException {
    if (!notification.type().equals(Optional.of(HISTORY))) {
      throw new FormatException("type", "a notification is a history");
    }
    SubscriptionStatus status =
        SubscriptionStatus.in(notification)
            .orElseThrow(
                () -> new FormatException("entry[0]", "a notification begins with a status"));
    String about = status.subscription().flatMap(Reference::reference).orElse("");
    if (!about.equals(subscription) && !about.endsWith("/" + subscription)) {
      throw new FormatException("subscription", "is about another subscription");
    }
    return status;
  }

  private static Notification.Kind kind(SubscriptionStatus status) throws FormatException {
    return switch (status.type().orElse("")) {
      case "handshake" -> Notification.Kind.HANDSHAKE;
      case "heartbeat" -> Notification.Kind.HEARTBEAT;
      case "event-notification" -> Notification.Kind.EVENTS;
      case "query-status", "query-event" -> Notification.Kind.QUERIED;
      default -> throw new FormatException("type", "not a kind of notification");
    };
  }

  private static List<Notification.Happened> events(Bundle notification, SubscriptionStatus status)
      throws FormatException {
    List<SubscriptionStatus.Event> named = status.events();
    List<Notification.Happened> events = new ArrayList<>();
    for (SubscriptionStatus.Event event : named) {
      // A single event may go without a number; the count is its number then.
      OptionalLong number =
          event.number().isPresent() || named.size() > 1
              ? event.number()
              : status.eventsSinceStart();
      if (number.isEmpty() || number.getAsLong() < 1) {
        throw new FormatException("event-number", "not a number from 1");
      }
      events.add(
          new Notification.Happened(number.getAsLong(), event, resource(notification, event)));
    }
    events.sort(Comparator.comparingLong(Notification.Happened::number));
    return events;
  }

  private static @Nullable Resource resource(Bundle notification, SubscriptionStatus.Event event) {
    String focus = event.focus().flatMap(Reference::reference).orElse("");
    for (Bundle.Entry entry : notification.entry()) {
      Resource resource = entry.resource().orElse(null);
      if (resource != null && !focus.isEmpty() && isFocus(focus, entry, resource)) {
        return resource;
      }
    }
    return null;
  }

  private static boolean isFocus(String focus, Bundle.Entry entry, Resource resource) {
    String own = resource.resourceType() + "/" + resource.id().orElse("");
    return focus.equals(own)
        || focus.endsWith("/" + own)
        || entry.fullUrl().equals(Optional.of(focus));
  }
}
