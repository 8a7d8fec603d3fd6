package id.simpul.examples;

import id.simpul.examples.twocities.NodeProgram;
import id.simpul.examples.twocities.Play;
import id.simpul.examples.twocities.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Two cities, two nodes, one contract: an app in Jakarta files signed citizen reports at the node
 * of Kota Jambi, which is killed and started again on the way. Told on the terminal.
 *
 * <p>Exit codes: 0 when every promise was kept, 1 when one was not; the work folder with the nodes'
 * logs then stays and is named.
 */
public final class TwoCities {
  private TwoCities() {}

  /**
   * Plays the story and ends the process with its exit code.
   *
   * @param args none
   */
  public static void main(String[] args) {
    // Reports hold what citizens type, emoji too, whatever the terminal's locale is.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new Play(new Terminal(out), NodeProgram.SIMPUL).run());
  }
}
