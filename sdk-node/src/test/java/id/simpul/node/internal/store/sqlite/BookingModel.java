package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.booking.BookingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What bookings should do, written down once more and as plainly as can be: one thread, lists, and
 * counting anew each time.
 */
final class BookingModel {
  /** How many holds nobody registered for may not have come to their end. */
  static final int MOST_HELD = 6;

  /** How long a registration is kept after its slot. */
  static final Duration RETENTION = Duration.ofHours(36);

  private final Map<String, Slot> slots = new HashMap<>();
  private final Map<String, Entry> bookings = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  /** A slot. */
  private record Slot(int capacity, Instant start, Instant end) {}

  /** A booking. */
  private static final class Entry {
    private final String slot;
    private final Instant end;
    private String state = "held";
    private @Nullable String person;
    private @Nullable String record;
    private int refusals;
    private boolean missed;
    private boolean erased;

    Entry(String slot, Instant end) {
      this.slot = slot;
      this.end = end;
    }
  }

  /** Offers a slot, or another capacity of it; false when more is taken. */
  boolean offer(String slot, int capacity, Instant start, Instant now) {
    if (taken(slot, now) > capacity) {
      return false;
    }
    slots.put(slot, new Slot(capacity, start, start.plus(Bookings.LENGTH)));
    return true;
  }

  Instant start(String slot) {
    return Objects.requireNonNull(slots.get(slot)).start;
  }

  void sweep(Instant now) {
    for (Entry entry : bookings.values()) {
      Instant over = Objects.requireNonNull(slots.get(entry.slot)).end;
      if (entry.state.equals("confirmed") && !now.isBefore(over.plus(BookingStore.MISSED_AFTER))) {
        entry.state = "missed";
        entry.missed = true;
      }
      if (List.of("fulfilled", "missed").contains(entry.state)
          && !now.isBefore(over.plus(RETENTION))) {
        entry.erased = true;
      }
    }
  }

  private Entry standing(String id, Instant now) {
    Entry entry = Objects.requireNonNull(bookings.get(id));
    if (entry.state.equals("held") && !now.isBefore(entry.end)) {
      entry.state = "expired";
    }
    return entry;
  }

  private int count(String slot, Instant now, String... states) {
    int count = 0;
    for (String id : bookings.keySet()) {
      Entry entry = standing(id, now);
      count += entry.slot.equals(slot) && List.of(states).contains(entry.state) ? 1 : 0;
    }
    return count;
  }

  int taken(String slot, Instant now) {
    return count(slot, now, "held", "confirmed", "fulfilled", "missed");
  }

  int booked(String slot, Instant now) {
    return count(slot, now, "confirmed", "fulfilled", "missed");
  }

  private long unused(Instant now) {
    return bookings.values().stream()
        .filter(entry -> entry.person == null && now.isBefore(entry.end))
        .count();
  }

  private @Nullable String earlier(@Nullable String key, String content, Instant now) {
    String used = key == null ? null : keys.get(key);
    if (used == null) {
      return null;
    }
    String[] parts = used.split("\n", -1);
    return parts[0].equals(content) ? standing(parts[1], now).state : "KEY_CONFLICT";
  }

  private void keep(@Nullable String key, String content, String id) {
    if (key != null) {
      keys.put(key, content + "\n" + id);
    }
  }

  String hold(String id, String slot, @Nullable String key, Instant now) {
    String content = "hold " + slot;
    String earlier = earlier(key, content, now);
    if (earlier != null) {
      return earlier;
    }
    Slot wanted = slots.get(slot);
    if (wanted == null) {
      return "UNKNOWN_SLOT";
    }
    if (!now.isBefore(wanted.start)) {
      return "CLOSED";
    }
    if (unused(now) >= MOST_HELD) {
      return "TOO_MANY_HOLDS";
    }
    if (taken(slot, now) >= wanted.capacity) {
      return "FULL";
    }
    Instant end = now.plus(Bookings.HOLD);
    bookings.put(id, new Entry(slot, end.isBefore(wanted.start) ? end : wanted.start));
    keep(key, content, id);
    return "held";
  }

  String confirm(String id, String person, @Nullable String key, Instant now) {
    String content = "confirm " + id + " " + person;
    String earlier = earlier(key, content, now);
    if (earlier != null) {
      return earlier;
    }
    if (!bookings.containsKey(id)) {
      return "UNKNOWN_BOOKING";
    }
    Entry entry = standing(id, now);
    switch (entry.state) {
      case "held" -> {}
      case "confirmed" -> {
        if (!person.equals(entry.person)) {
          return "NOT_HELD";
        }
        keep(key, content, id);
        return "confirmed";
      }
      case "expired" -> {
        return "EXPIRED";
      }
      default -> {
        return "NOT_HELD";
      }
    }
    for (Entry other : bookings.values()) {
      if (other.state.equals("confirmed") && person.equals(other.person)) {
        entry.refusals++;
        if (entry.refusals == 5) {
          entry.state = "cancelled";
        }
        return "ALREADY_BOOKED";
      }
    }
    entry.state = "confirmed";
    entry.person = person;
    keep(key, content, id);
    return "confirmed";
  }

  String cancel(String id, Instant now) {
    if (!bookings.containsKey(id)) {
      return "UNKNOWN_BOOKING";
    }
    Entry entry = standing(id, now);
    if (entry.state.equals("fulfilled")) {
      return "FULFILLED";
    }
    if (!List.of("expired", "missed").contains(entry.state)) {
      entry.state = "cancelled";
    }
    return entry.state;
  }

  String fulfil(String id, String record, Instant now) {
    if (!bookings.containsKey(id)) {
      return "UNKNOWN_BOOKING";
    }
    Entry entry = standing(id, now);
    if (entry.state.equals("fulfilled") && record.equals(entry.record)) {
      return "fulfilled";
    }
    if (!List.of("confirmed", "missed").contains(entry.state)) {
      return "NOT_CONFIRMED";
    }
    if (bookings.values().stream().anyMatch(other -> record.equals(other.record))) {
      return "RECORD_TAKEN";
    }
    entry.state = "fulfilled";
    entry.record = record;
    return "fulfilled";
  }

  /** The ids of all bookings. */
  List<String> ids() {
    return new ArrayList<>(bookings.keySet());
  }

  boolean wasErased(String id) {
    return Objects.requireNonNull(bookings.get(id)).erased;
  }

  boolean wasMissed(String id) {
    return Objects.requireNonNull(bookings.get(id)).missed;
  }

  String state(String id, Instant now) {
    return standing(id, now).state;
  }
}
