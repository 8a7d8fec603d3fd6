package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.BookingStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What another process does in {@link BookingProcessesTest}: it wants the same places. */
final class BookingChild {
  private static final int THREADS = 64;

  private BookingChild() {}

  public static void main(String[] args) throws Exception {
    try (SqliteStore store = StoreChild.open(Path.of(args[0]))) {
      System.out.println("ready");
      System.in.read();
      String counts = compete(store.bookings(), args[1], Integer.parseInt(args[2]));
      System.out.write((counts + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  /**
   * Holds, registers and cancels: for one person after the other, each twice, once under a key that
   * the other process uses too.
   */
  static String compete(BookingStore bookings, String name, int people) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> done = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        int person = i;
        done.add(threads.submit(() -> book(bookings, name, person)));
      }
      TreeMap<String, Integer> counts = new TreeMap<>();
      for (Future<List<String>> each : done) {
        each.get().forEach(word -> counts.merge(word, 1, Integer::sum));
      }
      return counts.toString();
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> book(BookingStore bookings, String name, int person) {
    List<String> words = new ArrayList<>();
    String mine = name + "-" + person;
    String held = Bookings.word(bookings.hold(Bookings.hold(mine, "s-1", null)));
    words.add("hold:" + held);
    if (held.equals("held")) {
      String booked =
          Bookings.word(bookings.confirm(Bookings.confirm(mine, "person-" + person, null)));
      words.add("confirm:" + booked);
      if (!booked.equals("confirmed")) {
        words.add(
            "cancel:" + Bookings.word(bookings.cancel(new StreamId(mine), Bookings.by(null))));
      }
    }
    var shared = Bookings.hold("k-" + mine, "s-2", Bookings.once("k-" + person, "s-2"));
    Bookings.done(bookings.hold(shared));
    return words;
  }
}
