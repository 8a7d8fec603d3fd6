package id.simpul.examples.twocities;

import id.simpul.core.Fault;
import id.simpul.core.SimpulException;
import org.jspecify.annotations.Nullable;

/** The story did not go as it must: a promise of the product was not kept, or a node is missing. */
public final class StoryException extends SimpulException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param who which city or part of the story
   * @param what what is wrong
   * @param where the chapter or file
   */
  public StoryException(String who, String what, String where) {
    this(who, what, where, null);
  }

  /**
   * Creates the exception.
   *
   * @param who which city or part of the story
   * @param what what is wrong
   * @param where the chapter or file
   * @param cause what was caught, or null
   */
  public StoryException(String who, String what, String where, @Nullable Throwable cause) {
    super(
        new Fault(
            "examples.story.failed", who, what, where, "Read the nodes' logs in the work folder"),
        cause);
  }

  /**
   * Goes on only when something holds.
   *
   * @param holds whether it does
   * @param who which city or part of the story
   * @param what what is wrong when it does not
   * @param where the chapter or file
   * @throws StoryException when it does not hold
   */
  static void require(boolean holds, String who, String what, String where) {
    if (!holds) {
      throw new StoryException(who, what, where);
    }
  }
}
