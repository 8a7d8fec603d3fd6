package id.simpul.benchmarks.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * One contender in a process of its own: a virtual machine that has seen several compiles each of
 * them worse, and the order of the platform's providers is one for the whole process. Reads how
 * long to work, a line a round, and prints what came of it; ends when its input does.
 */
public final class IdentityWorker {
  /** What the line begins with that says a contender is ready; its remarks follow. */
  static final String READY = "ready ";

  /** What stands between two remarks. */
  static final String BETWEEN = "; ";

  private IdentityWorker() {}

  /**
   * Measures.
   *
   * @param args the question and the contender
   * @throws IOException when its input fails
   */
  public static void main(String[] args) throws IOException {
    serve(Questions.named(args[0]).open(args[1]));
  }

  /**
   * Measures a contender that was set up, until its input ends.
   *
   * @param contender the contender
   * @throws IOException when its input fails
   */
  public static void serve(Contender contender) throws IOException {
    ThreadClock clock = new ThreadClock(contender.work());
    System.out.println(READY + String.join(BETWEEN, contender.remarks()));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(Reading.MARK + clock.measure(Long.parseLong(line)).line());
    }
  }
}
