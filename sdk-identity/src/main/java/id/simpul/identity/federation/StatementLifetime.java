package id.simpul.identity.federation;

import java.time.Duration;
import java.time.Instant;

/**
 * How long statements hold, and how soon they are issued anew. There is no way to take a statement
 * back, so its life is how long a mistake or a theft can be used; and it is how long the issuer's
 * machine may stand still before those below it are refused.
 *
 * @param lifetime a positive duration, at most {@link EntityStatement#MAX_LIFETIME}
 * @param renewAfter a positive duration shorter than the life
 */
public record StatementLifetime(Duration lifetime, Duration renewAfter) {
  /** Seven days, issued anew every day. */
  public static final StatementLifetime DEFAULT =
      new StatementLifetime(EntityStatement.DEFAULT_LIFETIME, Duration.ofDays(1));

  /** Checks the order of the durations. */
  public StatementLifetime {
    if (lifetime.compareTo(EntityStatement.MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "A statement lives at most " + EntityStatement.MAX_LIFETIME);
    }
    if (renewAfter.isNegative() || renewAfter.isZero() || renewAfter.compareTo(lifetime) >= 0) {
      throw new IllegalArgumentException("A statement is issued anew before it runs out");
    }
  }

  /**
   * Whether a statement needs not be issued anew yet. One that was issued in the future needs to:
   * the clock has been put right since, and nobody takes it before its time comes.
   *
   * @param issuedAt its {@code iat}
   * @param now the time
   * @return false from {@link #renewAfter} on, and before {@code issuedAt}
   */
  public boolean isFresh(Instant issuedAt, Instant now) {
    return !now.isBefore(issuedAt) && now.isBefore(issuedAt.plus(renewAfter));
  }
}
