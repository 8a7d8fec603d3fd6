package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.booking.BookingStore;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes with 64 threads each want the same places of the same slots for the same people.
 */
final class BookingProcessesTest {
  private static final int PEOPLE = 150;
  private static final int CAPACITY = 100;

  @TempDir Path folder;

  @Test
  void compete_twoProcessesForOneSlotList_nobodyIsBookedTwiceNorBeyondTheCapacity()
      throws Exception {
    Path file = folder.resolve("node.db");
    try (SqliteStore store = StoreChild.open(file);
        RawDatabase raw = new RawDatabase(file);
        ChildJvm child =
            ChildJvm.start(
                BookingChild.class, file.toString(), "child", Integer.toString(PEOPLE))) {
      assertThat(child.nextLine()).isEqualTo("ready");
      // The time of these stores stands still before the slots begin.
      Bookings.with(store.bookings(), "s-1", CAPACITY);
      Bookings.with(store.bookings(), "s-2", 2 * PEOPLE);
      child.send('\n');
      String mine = BookingChild.compete(store.bookings(), "parent", PEOPLE);
      String theirs = String.valueOf(child.nextLine());
      assertThat(child.exitValue()).isZero();

      int booked = count(mine, "confirm:confirmed") + count(theirs, "confirm:confirmed");
      assertThat(booked).isPositive().isLessThanOrEqualTo(CAPACITY);
      assertThat(raw.text("SELECT booked FROM vaccination_slot WHERE id = 's-1'"))
          .isEqualTo(Integer.toString(booked));
      assertThat(raw.text("SELECT held FROM vaccination_slot WHERE id = 's-1'")).isEqualTo("0");
      assertThat(booked + left(store.bookings())).as("no place is lost").isEqualTo(CAPACITY);
      assertThat(raw.text("SELECT count(DISTINCT person) FROM booking WHERE state = 'confirmed'"))
          .isEqualTo(Integer.toString(booked));
      assertThat(raw.text("SELECT held FROM vaccination_slot WHERE id = 's-2'"))
          .as("one effect for each key")
          .isEqualTo(Integer.toString(PEOPLE));
      assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
    }
  }

  /** How many places can still be held. */
  private static int left(BookingStore bookings) {
    int held = 0;
    while (Bookings.word(bookings.hold(Bookings.hold("left-" + held, "s-1", null)))
        .equals("held")) {
      held++;
    }
    return held;
  }

  private static int count(String counts, String word) {
    Matcher found = Pattern.compile(Pattern.quote(word) + "=([0-9]+)").matcher(counts);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
