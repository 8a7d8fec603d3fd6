package id.simpul.benchmarks.identity;

import id.simpul.benchmarks.measure.Program;
import java.util.List;

/** Several contenders that do equal work, and what we want of ours. Immutable. */
public interface Question {
  /**
   * The name on the command line and in the raw figures.
   *
   * @return lower case letters, digits and hyphens
   */
  String name();

  /**
   * What is asked, for people.
   *
   * @return one line
   */
  String title();

  /**
   * Who is measured, in the order of the report.
   *
   * @return names, ours first
   */
  List<String> contenders();

  /**
   * What we want.
   *
   * @return targets between these contenders
   */
  List<Target> targets();

  /**
   * What a contender's process runs. It is told the question and the contender, and serves as
   * {@link IdentityWorker#serve} says.
   *
   * @param contender one of {@link #contenders()}
   * @return our own program, unless the contender's libraries do not get on with ours
   */
  default Program program(String contender) {
    return Program.here(IdentityWorker.class.getName());
  }

  /**
   * Makes one contender. Called once in a process that serves no other, so that it may set the
   * order of the platform's providers and whatever else is process-wide.
   *
   * @param contender one of {@link #contenders()}
   * @return the contender, found to do its work
   */
  Contender open(String contender);
}
