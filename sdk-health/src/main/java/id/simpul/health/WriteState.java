package id.simpul.health;

import java.util.EnumSet;
import java.util.Set;

/** How far a write has come. Every step is one of {@link #next()}; there are no others. */
public enum WriteState {
  /** Nothing was sent. */
  NEW,
  /** It may be on its way. Found in a journal after a crash, it is as good as {@link #UNKNOWN}. */
  SENDING,
  /** The server stored it and gave it an id. */
  CONFIRMED,
  /** The server refused it; nothing was stored. */
  REJECTED,
  /** It was sent, and what became of it is not known. */
  UNKNOWN,
  /** It was sent, and found on the server as it was sent. */
  ADOPTED,
  /** The server has another record where this one belongs. */
  CONFLICT;

  /**
   * The states that may follow.
   *
   * @return the states, none when this one is final
   */
  public Set<WriteState> next() {
    return switch (this) {
      case NEW -> EnumSet.of(SENDING);
      case SENDING -> EnumSet.of(NEW, CONFIRMED, REJECTED, UNKNOWN, CONFLICT);
      case UNKNOWN -> EnumSet.of(SENDING, REJECTED, ADOPTED, CONFLICT);
      case CONFIRMED, REJECTED, ADOPTED, CONFLICT -> EnumSet.noneOf(WriteState.class);
    };
  }
}
