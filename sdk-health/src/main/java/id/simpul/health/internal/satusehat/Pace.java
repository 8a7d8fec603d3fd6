package id.simpul.health.internal.satusehat;

import java.time.Duration;
import java.util.Objects;

/**
 * How many requests may run at once, and from when on. No limit of SATUSEHAT is published, so it is
 * felt out: one more request at a time for every round that goes well, half as many when the server
 * says that it was too much (AIMD), and a pause that doubles with every further word of it. All
 * times are given in, in nanoseconds of a clock that only goes forward. Not thread-safe.
 */
public final class Pace {
  /** The most requests at once, and where it begins. */
  public static final int MAX_CONCURRENT = 4;

  /** The fewest requests at once. */
  public static final int MIN_CONCURRENT = 1;

  /** The pause after a first word of too much. */
  public static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** The longest pause the client takes by itself. */
  public static final Duration MAX_PAUSE = Duration.ofSeconds(30);

  /** The longest pause it takes when the server asks for one. */
  public static final Duration MAX_ASKED_PAUSE = Duration.ofHours(1);

  /** No room; ask again when a request has ended. */
  public static final long FULL = -1;

  private final Duration firstPause;
  private int limit = MAX_CONCURRENT;
  private int running;
  private int goodOnes;
  private int words;
  private boolean paused;
  private long pausedUntil;
  private boolean cutBefore;
  private long lastCut;

  /**
   * Starts with all the room there is.
   *
   * @param firstPause the pause after a first word of too much, {@link #FIRST_PAUSE} as a rule
   */
  public Pace(Duration firstPause) {
    this.firstPause = Objects.requireNonNull(firstPause, "firstPause");
  }

  /**
   * Lets a request in, if there is room and no pause.
   *
   * @param now the time
   * @return 0 when it was let in, {@link #FULL}, or how long the pause still takes
   */
  public long admit(long now) {
    if (paused && pausedUntil - now > 0) {
      return pausedUntil - now;
    }
    paused = false;
    if (running >= limit) {
      return FULL;
    }
    running++;
    return 0;
  }

  /** A request that was let in has ended. */
  public void ended() {
    running--;
  }

  /** The server did what was asked, or refused it for another reason than too much. */
  public void wentWell() {
    words = 0;
    goodOnes++;
    if (goodOnes >= limit && limit < MAX_CONCURRENT) {
      limit++;
      goodOnes = 0;
    }
  }

  /**
   * The server said that it was too much.
   *
   * @param now the time
   * @param begun when the request began; those that ran already when the limit was last cut say
   *     nothing new
   */
  public void tooMuch(long now, long begun) {
    if (cutBefore && begun - lastCut < 0) {
      return;
    }
    limit = Math.max(MIN_CONCURRENT, limit / 2);
    goodOnes = 0;
    Duration pause = firstPause.multipliedBy(1L << Math.min(words, Integer.SIZE / 2));
    words++;
    pauseUntil(now + (pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE).toNanos());
    cutBefore = true;
    lastCut = now;
  }

  /**
   * The server asked for a wait.
   *
   * @param now the time
   * @param wait how long; cut to {@link #MAX_ASKED_PAUSE}
   */
  public void asked(long now, Duration wait) {
    pauseUntil(now + (wait.compareTo(MAX_ASKED_PAUSE) < 0 ? wait : MAX_ASKED_PAUSE).toNanos());
  }

  private void pauseUntil(long until) {
    if (!paused || until - pausedUntil > 0) {
      paused = true;
      pausedUntil = until;
    }
  }

  /**
   * How many requests may run at once now.
   *
   * @return {@link #MIN_CONCURRENT} to {@link #MAX_CONCURRENT}
   */
  public int limit() {
    return limit;
  }
}
