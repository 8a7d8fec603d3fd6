package id.simpul.identity.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Until when something holds, for metrics and logs: it warns while there is time to act.
 *
 * @param what what runs out, for example {@code configuration of https://jambi.example}
 * @param expiresAt from when on it does not hold
 * @param warnBefore how long before that to warn, not negative
 */
public record ExpiryAlarm(String what, Instant expiresAt, Duration warnBefore) {
  /** Three days, which is when four daily renewals of a statement that lives a week have failed. */
  public static final Duration DEFAULT_WARN_BEFORE = Duration.ofDays(3);

  /** Checks that all is given. */
  public ExpiryAlarm {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(expiresAt, "expiresAt");
    if (warnBefore.isNegative()) {
      throw new IllegalArgumentException("A warning comes before the end");
    }
  }

  /**
   * The alarm of something that is renewed daily. It warns {@link #DEFAULT_WARN_BEFORE}, or for
   * what lives less than a week when as much of its life is left as three days are of a week, so
   * that what is renewed in time never warns.
   *
   * @param what what runs out
   * @param issuedAt since when it holds
   * @param expiresAt from when on it does not hold
   * @return the alarm
   */
  public static ExpiryAlarm of(String what, Instant issuedAt, Instant expiresAt) {
    Duration part = Duration.between(issuedAt, expiresAt).multipliedBy(3).dividedBy(7);
    Duration before = part.compareTo(DEFAULT_WARN_BEFORE) < 0 ? part : DEFAULT_WARN_BEFORE;
    return new ExpiryAlarm(what, expiresAt, before.isNegative() ? Duration.ZERO : before);
  }

  /**
   * The alarm of trust in an entity, for example of a node's trust in itself, which is what others
   * see.
   *
   * @param entity what was resolved last
   * @return an alarm that warns as one of the statement of its chain that runs out first; {@link
   *     #DEFAULT_WARN_BEFORE} when no chain led to it
   */
  public static ExpiryAlarm of(ResolvedEntity entity) {
    String what = "trust in " + entity.id();
    return entity
        .chain()
        .flatMap(chain ->
            chain.statements().stream().min(Comparator.comparing(EntityStatement::expiresAt)))
        .map(first -> of(what, first.issuedAt(), first.expiresAt()))
        .orElseGet(() -> new ExpiryAlarm(what, entity.expiresAt(), DEFAULT_WARN_BEFORE));
  }

  /** How it stands. */
  public enum State {
    /** There is time. */
    QUIET,
    /** It runs out soon. */
    WARNING,
    /** It has run out. */
    EXPIRED
  }

  /**
   * How long it still holds, for a gauge.
   *
   * @param now the time
   * @return a duration, negative when it has run out
   */
  public Duration remaining(Instant now) {
    return Duration.between(now, expiresAt);
  }

  /**
   * How it stands.
   *
   * @param now the time
   * @return the state
   */
  public State state(Instant now) {
    if (!now.isBefore(expiresAt)) {
      return State.EXPIRED;
    }
    return remaining(now).compareTo(warnBefore) <= 0 ? State.WARNING : State.QUIET;
  }

  /**
   * One line for a log.
   *
   * @param now the time
   * @return what runs out, when, and how long that is
   */
  public String toText(Instant now) {
    Duration left = remaining(now);
    String when =
        switch (state(now)) {
          case EXPIRED -> "has run out at ";
          case QUIET, WARNING -> "holds for " + hours(left) + ", until ";
        };
    return what + " " + when + expiresAt;
  }

  private static String hours(Duration left) {
    return left.toDays() + " days and " + left.toHoursPart() + " hours";
  }
}
