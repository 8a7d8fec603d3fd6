package id.simpul.benchmarks.measure;

import id.simpul.benchmarks.BenchmarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Sums up what a flight recording saw on the processors. Not thread-safe. */
public final class Profile {
  /** Java code that ran. */
  private static final String RAN = "jdk.ExecutionSample";

  /** Native code that ran or waited; only the database's is told, and its waits with it. */
  private static final String NATIVE = "jdk.NativeMethodSample";

  private static final String DATABASE = "org.sqlite.";

  private static final int MOST = 25;

  private final Map<String, Integer> leaves = new HashMap<>();
  private final Map<String, Integer> owners = new HashMap<>();
  private final Map<String, Integer> threads = new HashMap<>();
  private int samples;

  private Profile() {}

  /**
   * Reads a recording.
   *
   * @param recording its file
   * @return what it saw
   */
  public static Profile read(Path recording) {
    Profile profile = new Profile();
    try (RecordingFile events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        profile.add(events.readEvent());
      }
    } catch (IOException e) {
      throw BenchmarkException.setUp("flight recording", "cannot be read", e);
    }
    return profile;
  }

  private void add(RecordedEvent event) {
    String type = event.getEventType().getName();
    if (event.getStackTrace() == null || !(type.equals(RAN) || type.equals(NATIVE))) {
      return;
    }
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    if (frames.isEmpty() || (type.equals(NATIVE) && !inDatabase(frames.get(0)))) {
      return;
    }
    samples++;
    leaves.merge(name(frames.get(0).getMethod()), 1, Integer::sum);
    owners.merge(owner(frames), 1, Integer::sum);
    threads.merge(thread(event), 1, Integer::sum);
  }

  private static boolean inDatabase(RecordedFrame frame) {
    return frame.getMethod().getType().getName().startsWith(DATABASE);
  }

  private static String thread(RecordedEvent event) {
    var thread = event.getThread("sampledThread");
    return thread == null ? "unknown" : String.valueOf(thread.getJavaName());
  }

  /** The innermost frame of ours, or of the library that called, when none is ours. */
  private static String owner(List<RecordedFrame> frames) {
    for (RecordedFrame frame : frames) {
      if (frame.getMethod().getType().getName().startsWith("id.simpul.")) {
        return name(frame.getMethod());
      }
    }
    for (RecordedFrame frame : frames) {
      String type = frame.getMethod().getType().getName();
      if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("sun.")) {
        return "(library) " + name(frame.getMethod());
      }
    }
    return "(platform) " + name(frames.get(0).getMethod());
  }

  private static String name(RecordedMethod method) {
    return method.getType().getName() + "." + method.getName();
  }

  /**
   * Has a virtual machine record itself.
   *
   * @param recording where to write when it ends
   * @return its option
   */
  public static String option(Path recording) {
    return "-XX:StartFlightRecording=settings=profile,filename=" + recording;
  }

  /**
   * What was seen most.
   *
   * @return lines for people
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(samples + " samples");
    lines.add("by thread:");
    lines.addAll(top(threads));
    lines.add("by our innermost method:");
    lines.addAll(top(owners));
    lines.add("by method:");
    lines.addAll(top(leaves));
    return lines;
  }

  private List<String> top(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .map(e ->
            String.format(
                Locale.ROOT, "  %5.1f %%  %s", 100.0 * e.getValue() / samples, e.getKey()))
        .toList();
  }
}
