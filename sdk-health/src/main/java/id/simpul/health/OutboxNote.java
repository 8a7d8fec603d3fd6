package id.simpul.health;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a write in an outbox has come, as it stands in the queue: {@code SENDING 1 0}.
 *
 * @param state its last state
 * @param sendings how often it may have been sent; two when it must not be sent again
 * @param doubts how often it was looked for in vain since
 */
record OutboxNote(WriteState state, int sendings, int doubts) {
  /** Nothing was sent. */
  static final OutboxNote NEW = new OutboxNote(WriteState.NEW, 0, 0);

  /** The most sendings of one write. */
  static final int MAX_SENDINGS = 2;

  // A note nobody here wrote: nothing is sent because of it.
  private static final OutboxNote STRANGE = new OutboxNote(WriteState.UNKNOWN, MAX_SENDINGS, 0);

  private static final Pattern FORM =
      Pattern.compile("(NEW|SENDING|UNKNOWN|REJECTED|CONFLICT) ([0-2]) ([0-9]{1,4})");

  static OutboxNote parse(String text) {
    if (text.isEmpty()) {
      return NEW;
    }
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new OutboxNote(
            WriteState.valueOf(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)))
        : STRANGE;
  }

  /** What stands in the queue before a sending. */
  OutboxNote sending() {
    return new OutboxNote(WriteState.SENDING, sendings + 1, 0);
  }

  /**
   * What stands in the queue after a delivery.
   *
   * @param result how it ended
   */
  OutboxNote after(WriteResult<?> result) {
    return switch (result.state()) {
      // What was refused, or kept back, left nothing behind.
      case NEW, REJECTED, CONFIRMED, ADOPTED -> new OutboxNote(result.state(), 0, 0);
      case CONFLICT -> new OutboxNote(WriteState.CONFLICT, MAX_SENDINGS, 0);
      case SENDING, UNKNOWN -> inDoubt(result);
    };
  }

  private OutboxNote inDoubt(WriteResult<?> result) {
    boolean maySendAgain =
        result instanceof WriteResult.Unknown<?> unknown && unknown.maySendAgain();
    return new OutboxNote(WriteState.UNKNOWN, maySendAgain ? 1 : MAX_SENDINGS, doubts + 1);
  }

  @Override
  public String toString() {
    return state + " " + sendings + " " + doubts;
  }
}
