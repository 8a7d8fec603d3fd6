package id.simpul.health.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers from 1, kept as the ranges they make. Not thread-safe. */
final class Numbers {
  // The first number of each range, and its last; 0 stands for all that was before.
  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  private Numbers() {}

  /** All numbers up to one. */
  static Numbers upTo(long last) {
    Numbers numbers = new Numbers();
    numbers.ranges.put(0L, last);
    return numbers;
  }

  Numbers copy() {
    Numbers copy = new Numbers();
    copy.ranges.putAll(ranges);
    return copy;
  }

  boolean contains(long number) {
    Map.Entry<Long, Long> below = ranges.floorEntry(number);
    return below != null && below.getValue() >= number;
  }

  /** Adds a number, and joins the ranges on both sides. */
  void add(long number) {
    if (contains(number)) {
      return;
    }
    Map.Entry<Long, Long> below = ranges.floorEntry(number);
    long from = below != null && below.getValue() == number - 1 ? below.getKey() : number;
    Long above = ranges.remove(number + 1);
    ranges.put(from, above == null ? number : above);
  }

  /** Up to which number none is missing. */
  long completeUpTo() {
    return ranges.firstEntry().getValue();
  }

  /** How many ranges there are, one more than gaps between them. */
  int size() {
    return ranges.size();
  }

  /** What is missing up to a number. */
  List<EventRange> missing(long last) {
    List<EventRange> gaps = new ArrayList<>();
    long next = 1;
    for (Map.Entry<Long, Long> range : ranges.entrySet()) {
      if (range.getKey() > next) {
        gaps.add(new EventRange(next, range.getKey() - 1));
      }
      next = range.getValue() + 1;
    }
    if (next <= last) {
      gaps.add(new EventRange(next, last));
    }
    return gaps;
  }
}
