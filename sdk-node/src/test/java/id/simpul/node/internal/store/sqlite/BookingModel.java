package id.simpul.node.internal.store.sqlite;

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
  private final Map<String, Integer> capacities = new HashMap<>();
  private final Map<String, Entry> bookings = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  /** A booking. */
  private static final class Entry {
    private final String slot;
    private final Instant end;
    private String state = "held";
    private @Nullable String person;
    private @Nullable String record;
    private int refusals;

    Entry(String slot, Instant end) {
      this.slot = slot;
      this.end = end;
    }
  }

  void offer(String slot, int capacity) {
    capacities.put(slot, capacity);
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
    return count(slot, now, "held", "confirmed", "fulfilled");
  }

  int booked(String slot, Instant now) {
    return count(slot, now, "confirmed", "fulfilled");
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
    if (!capacities.containsKey(slot)) {
      return "UNKNOWN_SLOT";
    }
    if (taken(slot, now) >= Objects.requireNonNull(capacities.get(slot))) {
      return "FULL";
    }
    bookings.put(id, new Entry(slot, now.plus(Bookings.HOLD)));
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
    if (!entry.state.equals("expired")) {
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
    if (!entry.state.equals("confirmed")) {
      return "NOT_CONFIRMED";
    }
    entry.state = "fulfilled";
    entry.record = record;
    return "fulfilled";
  }

  /** The ids of all bookings. */
  List<String> ids() {
    return new ArrayList<>(bookings.keySet());
  }

  String state(String id, Instant now) {
    return standing(id, now).state;
  }
}
