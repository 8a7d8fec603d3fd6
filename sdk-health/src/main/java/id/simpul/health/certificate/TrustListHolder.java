package id.simpul.health.certificate;

import id.simpul.core.SimpulException;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The trust list in use. It is exchanged as a whole, so that nobody sees half of one; when a new
 * one cannot be had, the last good one stays, until it is too old. Thread-safe.
 */
public final class TrustListHolder {
  private final AtomicReference<TrustList> list;
  private final Duration maxAge;
  private final InstantSource clock;

  /**
   * A holder.
   *
   * @param first the list to begin with, perhaps {@link TrustList#empty}
   * @param maxAge how long after {@link TrustList#asOf} a list is used, positive
   * @param clock says what time it is when a list is exchanged; a verifier counts the age of the
   *     list by its own
   * @throws TrustException {@code NOT_YET_VALID} when the list is of a time to come
   */
  public TrustListHolder(TrustList first, Duration maxAge, InstantSource clock) {
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException("A maximum age is positive");
    }
    this.maxAge = maxAge;
    this.clock = Objects.requireNonNull(clock, "clock");
    requireNotAhead(first, clock);
    this.list = new AtomicReference<>(first);
  }

  /**
   * The list in use.
   *
   * @return the list, fresh or not
   */
  public TrustList current() {
    return list.get();
  }

  /**
   * The list in use, when it is not too old.
   *
   * @return the list, or empty
   */
  public Optional<TrustList> fresh() {
    return fresh(clock.instant());
  }

  /** By the clock of whoever asks, so that one verdict is by one clock. */
  Optional<TrustList> fresh(Instant now) {
    return Optional.of(current()).filter(some -> isFresh(some, now));
  }

  private boolean isFresh(TrustList some, Instant now) {
    return Duration.between(some.asOf(), now).compareTo(maxAge) <= 0;
  }

  /** A list dated ahead would be fresh for too long, and no honest one could follow it. */
  private static void requireNotAhead(TrustList some, InstantSource clock) {
    if (some.asOf().isAfter(clock.instant().plus(HcertVerifier.LEEWAY))) {
      throw new TrustException(Reason.NOT_YET_VALID, "trust list", "is of a time to come", "asOf");
    }
  }

  /**
   * Puts another list in the place of the one in use.
   *
   * @param next a list that is not older
   * @throws TrustException {@code EXPIRED} when it is older than the one in use, which stays; a key
   *     that was taken off a list must not come back with an old copy; {@code NOT_YET_VALID} when
   *     it is of a time more than {@link HcertVerifier#LEEWAY} ahead
   */
  public void replace(TrustList next) {
    requireNotAhead(next, clock);
    TrustList before;
    do {
      before = list.get();
      if (next.asOf().isBefore(before.asOf())) {
        throw new TrustException(
            Reason.EXPIRED, "trust list", "is older than the one in use", "asOf");
      }
    } while (!list.compareAndSet(before, next));
  }

  /**
   * Gets a new list and uses it; when that fails in any way, the last good one stays. Nothing the
   * source throws leaves this method, so that a scheduled refresh goes on.
   *
   * @param source where it comes from
   * @return why the last good one stays, or empty when there is a new one
   */
  public Optional<SimpulException> refresh(TrustListSource source) {
    try {
      replace(source.load());
      return Optional.empty();
    } catch (SimpulException e) {
      return Optional.of(e); // the caller says so, and asks again
    } catch (RuntimeException e) {
      String what = "could not be got: " + e.getClass().getSimpleName();
      return Optional.of(new TrustException(Reason.UNREACHABLE, "trust list", what, "source", e));
    }
  }

  @Override
  public String toString() {
    return current() + (fresh().isPresent() ? "" : ", too old");
  }
}
