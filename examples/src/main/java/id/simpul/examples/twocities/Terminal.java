package id.simpul.examples.twocities;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Tells the story in lines of plain text: no colours and no moving cursor, so that it reads the
 * same on a terminal, in a file and in a CI log. Thread-safe.
 */
public final class Terminal {
  private static final int WIDTH = 80;
  private static final int LABEL = 13;
  private static final String INDENT = "   ";

  private final PrintStream out;
  private int chapter;

  /**
   * Writes to a stream.
   *
   * @param out where to; never closed
   */
  public Terminal(PrintStream out) {
    this.out = Objects.requireNonNull(out, "out");
  }

  /**
   * Begins the next chapter.
   *
   * @param title what it is about
   */
  public synchronized void chapter(String title) {
    chapter++;
    out.println();
    out.println(chapter + ". " + title);
  }

  /**
   * Tells one step.
   *
   * @param label a word for it
   * @param text what happened, folded to the width of a terminal
   */
  public synchronized void step(String label, String text) {
    String head = head(label);
    for (String line : fold(text, WIDTH - head.length())) {
      out.println(head + line);
      head = " ".repeat(head.length());
    }
  }

  /**
   * Begins a line that counts; nothing else may be told until it ends.
   *
   * @param label a word for it
   * @param total what it counts up to
   * @return the rest of the line
   */
  synchronized Progress progress(String label, int total) {
    out.print(head(label));
    out.flush();
    return new Progress(out, total);
  }

  /**
   * Prints a text across the whole width.
   *
   * @param text the text, folded
   */
  public synchronized void text(String text) {
    fold(text, WIDTH).forEach(out::println);
  }

  /**
   * Prints lines as they are.
   *
   * @param lines the lines
   */
  public synchronized void lines(List<String> lines) {
    lines.forEach(out::println);
  }

  /**
   * A duration as people read it.
   *
   * @param duration a duration
   * @return for example {@code 3.2 ms}, {@code 812 ms} or {@code 14.1 s}
   */
  public static String time(Duration duration) {
    double ms = duration.toNanos() / 1_000_000.0;
    if (ms < 10) {
      return String.format(Locale.ROOT, "%.1f ms", ms);
    }
    return ms < 1_000
        ? String.format(Locale.ROOT, "%.0f ms", ms)
        : String.format(Locale.ROOT, "%.1f s", ms / 1000);
  }

  private static String head(String label) {
    return INDENT + String.format(Locale.ROOT, "%-" + LABEL + "s ", label);
  }

  private static List<String> fold(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
