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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Follows one subscription: tells each event until the program has done its part, in whatever order
 * notifications come, and knows by the numbers which have not come. A heartbeat shows a gap as well
 * as an event does. What {@code $events} answers is taken like any notification. Thread-safe.
 *
 * <p>{@link #take} tells, and {@link #done} says that the program has done what it was told: an
 * event that comes again is told again until then, and never after. So a program whose work fails
 * answers its server with an error and waits for the event to be sent again. What it saves for its
 * next life is {@link #completeUpTo()}, which counts what is done alone; after a crash {@code
 * $events} gives the rest.
 *
 * <p>A server that counts anew says so by a handshake of 0 events. Any other handshake only adds to
 * what is known to have happened, and so does one that is older by its time than what has come.
 */
public final class NotificationTracker {
  /** The most gaps that are kept open; more are not a network's doing. */
  public static final int MAX_GAPS = 1_000;

  private static final String HISTORY = "history";

  private final String subscription;
  private Numbers come = Numbers.upTo(0);
  private Numbers done = Numbers.upTo(0);
  private long happened;
  // Numbers of a former count say nothing of this one.
  private long count;
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
   * @param known all events up to this number are done, 0 for none: {@link #completeUpTo()} of the
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
   * @return what is not done of it, and what is missing by now
   * @throws FormatException when it is no notification, one of another subscription, or leaves more
   *     than {@link #MAX_GAPS} gaps; nothing of it is taken then
   */
  public synchronized Notification take(Bundle notification) throws FormatException {
    SubscriptionStatus status = status(notification);
    Notification.Kind kind = kind(status);
    OptionalLong total = status.eventsSinceStart();
    Optional<Instant> sent = notification.timestamp().flatMap(FhirInstant::toInstant);
    boolean late = sent.isPresent() && sent.get().isBefore(newest);
    // A count left out is no count, and one above 0 would take gaps below it for events that came.
    boolean anew = kind == Notification.Kind.HANDSHAKE && total.equals(OptionalLong.of(0)) && !late;
    List<Notification.Happened> all = events(notification, status, anew ? count + 1 : count);
    Numbers before = anew ? Numbers.upTo(0) : done;
    Numbers after = anew ? Numbers.upTo(0) : come.copy();
    long last = Math.max(anew ? 0 : happened, total.orElse(0));
    for (Notification.Happened event : all) {
      after.add(event.number());
      last = Math.max(last, event.number());
    }
    if (after.size() > MAX_GAPS) {
      throw new FormatException("event-number", "leaves more than " + MAX_GAPS + " gaps");
    }
    if (anew) {
      restart(0);
    }
    come = after;
    happened = last;
    newest = late ? newest : sent.orElse(newest);
    List<Notification.Happened> open =
        all.stream().filter(event -> !before.contains(event.number())).toList();
    return new Notification(kind, open, all.size() - open.size(), missing());
  }

  /**
   * Says that the program has done its part for an event: it is told no more.
   *
   * @param event as {@link #take} told it; one of a former count is passed over
   * @throws IllegalStateException when more than {@link #MAX_GAPS} events between those that are
   *     done are not: what fails for ever is to be done otherwise, or said to be done
   */
  public synchronized void done(Notification.Happened event) {
    if (event.count() != count) {
      return;
    }
    Numbers more = done.copy();
    more.add(event.number());
    if (more.size() > MAX_GAPS + 1) {
      throw new IllegalStateException("Too many events are not done");
    }
    done = more;
  }

  /**
   * Says that the program has done its part for all events of a notification.
   *
   * @param notification as {@link #take} told it
   * @throws IllegalStateException as {@link #done(Notification.Happened)}
   */
  public synchronized void done(Notification notification) {
    notification.events().forEach(this::done);
  }

  /**
   * Up to which event everything is done.
   *
   * @return the number to begin with after a crash
   */
  public synchronized long completeUpTo() {
    return done.completeUpTo();
  }

  /**
   * Events that are known to have happened and have not come.
   *
   * @return the ranges, in order, none when there is no gap
   */
  public synchronized List<EventRange> missing() {
    return come.missing(happened);
  }

  private void restart(long known) {
    come = Numbers.upTo(known);
    done = Numbers.upTo(known);
    happened = known;
    count++;
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

  private static List<Notification.Happened> events(
      Bundle notification, SubscriptionStatus status, long count) throws FormatException {
    List<SubscriptionStatus.Event> named = status.events();
    // A single event may go without a number, and the count is its number then; but not in an
    // answer, which may be about an event of long ago.
    boolean single = named.size() == 1 && kind(status) != Notification.Kind.QUERIED;
    List<Notification.Happened> events = new ArrayList<>();
    for (SubscriptionStatus.Event event : named) {
      OptionalLong number =
          event.number().isEmpty() && single ? status.eventsSinceStart() : event.number();
      if (number.isEmpty() || number.getAsLong() < 1) {
        throw new FormatException("event-number", "not a number from 1");
      }
      Resource resource = resource(notification, event);
      events.add(new Notification.Happened(number.getAsLong(), event, resource, count));
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
