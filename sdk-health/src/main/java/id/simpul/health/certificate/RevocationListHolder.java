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
import org.jspecify.annotations.Nullable;

/**
 * The list of revoked certificates of one publisher, as it is in use. When a new one cannot be had,
 * the last one stays; once it is too old it vouches for nothing, and what it names stays revoked.
 * Several publishers are several holders, see {@link RevocationCheck#anyOf}. Thread-safe.
 */
public final class RevocationListHolder implements RevocationCheck {
  private final AtomicReference<RevocationList> list;
  private final Duration maxAge;
  private final InstantSource clock;

  /**
   * A holder.
   *
   * @param first the list to begin with, perhaps {@link RevocationList#empty}
   * @param maxAge how long after {@link RevocationList#asOf} a list vouches, positive
   * @param clock the time
   */
  public RevocationListHolder(RevocationList first, Duration maxAge, InstantSource clock) {
    if (maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException("A maximum age is positive");
    }
    this.list = new AtomicReference<>(Objects.requireNonNull(first, "first"));
    this.maxAge = maxAge;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Status ask(RevocationQuestion question) {
    Instant now = clock.instant();
    RevocationList current = list.get();
    Status status = current.status(question, now);
    boolean fresh = Duration.between(current.asOf(), now).compareTo(maxAge) <= 0;
    return status == Status.GOOD && !fresh ? Status.UNKNOWN : status;
  }

  /**
   * Gets a new list and uses it, unless it is older than the one in use or of a time to come; when
   * that fails in any way, the last one stays. Nothing the source throws leaves this method, so
   * that a scheduled refresh goes on.
   *
   * @param source where it comes from
   * @return why the last one stays, or empty when there is a new one
   */
  public Optional<SimpulException> refresh(RevocationListSource source) {
    try {
      RevocationList next = source.load();
      if (next.asOf().isAfter(clock.instant().plus(HcertVerifier.LEEWAY))) {
        return failed(Reason.NOT_YET_VALID, "is of a time to come", null);
      }
      RevocationList kept =
          list.accumulateAndGet(
              next, (before, after) -> after.asOf().isBefore(before.asOf()) ? before : after);
      return kept == next
          ? Optional.empty()
          : failed(Reason.EXPIRED, "is older than the one in use", null);
    } catch (SimpulException e) {
      return Optional.of(e); // the caller says so, and asks again
    } catch (RuntimeException e) {
      return failed(Reason.UNREACHABLE, "could not be got: " + e.getClass().getSimpleName(), e);
    }
  }

  private static Optional<SimpulException> failed(
      Reason reason, String what, @Nullable RuntimeException cause) {
    return Optional.of(
        new TrustException(reason, "list of revoked certificates", what, "source", cause));
  }

  @Override
  public String toString() {
    return list.get().toString();
  }
}
