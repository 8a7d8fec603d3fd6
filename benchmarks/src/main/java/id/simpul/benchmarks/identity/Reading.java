package id.simpul.benchmarks.identity;

/**
 * What one contender's clocks said in one round.
 *
 * @param operations how often the work was done
 * @param cpuNanos processor time of all Java threads meanwhile, which are the caller's and those
 *     that the contender has work for it; compilers and collectors are not among them
 * @param bytes what these threads allocated
 */
record Reading(long operations, long cpuNanos, long bytes) {
  /** What the line of a reading begins with. */
  static final String MARK = "reading ";

  /** The line a worker prints, but for the mark. */
  String line() {
    return operations + " " + cpuNanos + " " + bytes;
  }

  /** Reads such a line. */
  static Reading read(String line) {
    String[] f = line.split(" ", -1);
    return new Reading(Long.parseLong(f[0]), Long.parseLong(f[1]), Long.parseLong(f[2]));
  }

  double micros() {
    return cpuNanos / 1e3 / operations;
  }

  double bytesEach() {
    return (double) bytes / operations;
  }
}
