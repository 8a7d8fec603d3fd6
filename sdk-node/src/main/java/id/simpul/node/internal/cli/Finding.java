package id.simpul.node.internal.cli;

import java.util.Objects;

/**
 * One thing the doctor looked at.
 *
 * @param state how it stands
 * @param what what was looked at and found
 * @param now what to do, {@code ""} when there is nothing
 */
record Finding(State state, String what, String now) {
  /** How a thing stands. */
  enum State {
    /** As it should be. */
    OK("ok"),
    /** It works, and needs somebody's eye. */
    WARN("WARN"),
    /** It does not work. */
    FAIL("FAIL");

    private final String word;

    State(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  Finding {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(now, "now");
  }

  static Finding ok(String what) {
    return new Finding(State.OK, what, "");
  }

  static Finding warn(String what, String now) {
    return new Finding(State.WARN, what, now);
  }

  static Finding fail(String what, String now) {
    return new Finding(State.FAIL, what, now);
  }
}
