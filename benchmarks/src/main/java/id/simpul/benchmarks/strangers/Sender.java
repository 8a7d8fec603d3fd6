package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.measure.Latencies;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of requests at a steady rate, and what came of them. Each is due at a time of its own,
 * whatever became of those before it, and its latency is counted from then. Not thread-safe.
 */
final class Sender {
  private static final Pattern REASON = Pattern.compile("\\[([a-z.-]+)]");
  private static final String OK = "200";

  private final Supplier<byte[]> requests;
  private final long interval;
  private final int maxConnections;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Latencies latencies = new Latencies();
  private int connections;
  private int waiting;
  private long due;

  /**
   * A sender that begins now.
   *
   * @param requests makes the next request
   * @param perSecond how many a second
   * @param maxConnections how many may wait for an answer at a time; the others are late
   */
  Sender(Supplier<byte[]> requests, int perSecond, int maxConnections) {
    this.requests = requests;
    this.interval = 1_000_000_000L / perSecond;
    this.maxConnections = maxConnections;
    this.due = System.nanoTime();
  }

  boolean isDue(long now) {
    return now - due >= 0 && (!idle.isEmpty() || connections < maxConnections);
  }

  /** Nanoseconds until the next request is due. */
  long untilDue(long now) {
    return due - now;
  }

  /**
   * The next request, which is sent now.
   *
   * @param line where
   */
  byte[] take(Line line) {
    line.due(due);
    due += interval;
    waiting++;
    return requests.get();
  }

  /** A line without a request on its way, or null when one is to be opened. */
  @Nullable Line idle() {
    return idle.poll();
  }

  /** A line was opened. */
  void opened() {
    connections++;
  }

  /** Takes the answer that has come on a line. */
  void answered(Line line) {
    latencies.add(System.nanoTime() - line.dueAt());
    count(outcome(line.connection().answer()));
    idle.add(line);
  }

  /** A line is gone, and the answer with it. */
  void lost() {
    connections--;
    count("hung up");
  }

  private void count(String outcome) {
    waiting--;
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private static String outcome(ByteBuffer answer) {
    String text = StandardCharsets.ISO_8859_1.decode(answer.duplicate().rewind()).toString();
    String status = text.split(" ", 3)[1];
    Matcher reason = REASON.matcher(text);
    return status.equals(OK) || !reason.find() ? status : status + " " + reason.group(1);
  }

  /** Requests that are not answered yet. */
  int waiting() {
    return waiting;
  }

  Latencies latencies() {
    return latencies;
  }

  /** How many answers there were of each kind: the status, and the reason code when it has one. */
  Map<String, Integer> outcomes() {
    return outcomes;
  }

  /** Answers other than success. */
  int refused() {
    return outcomes.values().stream().mapToInt(Integer::intValue).sum()
        - outcomes.getOrDefault(OK, 0);
  }
}
