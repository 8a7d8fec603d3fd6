package id.simpul.examples.twocities;

import java.io.PrintStream;

/**
 * Counts on one line, by printing further numbers behind the first: {@code 9 .. 18 .. 27}. Nothing
 * is ever printed over. Used by one thread.
 */
final class Progress {
  private static final int MARKS = 8;

  private final PrintStream out;
  private final int total;
  private int marks;

  Progress(PrintStream out, int total) {
    this.out = out;
    this.total = total;
  }

  /** Tells how far things are; prints something when that is an eighth further. */
  void reach(int done) {
    int reached = total == 0 ? MARKS : done * MARKS / total;
    if (reached > marks) {
      out.print((marks == 0 ? "" : " .. ") + done);
      out.flush();
      marks = reached;
    }
  }

  /** Ends the line. */
  void end(String text) {
    out.println((marks == 0 ? "" : " ") + text);
  }
}
