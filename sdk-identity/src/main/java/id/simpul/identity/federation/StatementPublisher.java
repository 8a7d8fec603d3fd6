package id.simpul.identity.federation;

import id.simpul.identity.TrustException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds one statement and issues it anew in time, so that an endpoint signs once a day and not once
 * a request. When issuing fails, the statement at hand is handed out until it runs out, and {@link
 * #alarm} warns before that. Thread-safe.
 */
public final class StatementPublisher {
  private final String what;
  private final Supplier<String> issuer;
  private final StatementLifetime lifetime;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private @Nullable Issued issued;
  private @Nullable TrustException failure;

  private record Issued(String token, Instant at) {}

  /**
   * A publisher of one statement.
   *
   * @param what which statement, for the alarm
   * @param issuer issues it with the life given here; called by one thread at a time
   * @param lifetime how long it holds and how soon it is issued anew
   * @param clock says what time it is
   */
  public StatementPublisher(
      String what, Supplier<String> issuer, StatementLifetime lifetime, InstantSource clock) {
    this.what = Objects.requireNonNull(what, "what");
    this.issuer = Objects.requireNonNull(issuer, "issuer");
    this.lifetime = Objects.requireNonNull(lifetime, "lifetime");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The statement to hand out.
   *
   * @return the compact serialisation
   * @throws TrustException when there is none that still holds and none can be issued
   */
  public String current() {
    lock.lock();
    try {
      Instant now = clock.instant();
      Issued held = issued;
      return held != null && lifetime.isFresh(held.at(), now) ? held.token() : renew(now, held);
    } finally {
      lock.unlock();
    }
  }

  private String renew(Instant now, @Nullable Issued held) {
    try {
      String token = issuer.get();
      issued = new Issued(token, now.truncatedTo(ChronoUnit.SECONDS)); // as in iat
      failure = null;
      return token;
    } catch (TrustException e) {
      failure = e;
      if (held == null || !now.isBefore(held.at().plus(lifetime.lifetime()))) {
        throw e;
      }
      return held.token();
    }
  }

  /**
   * Until when the statement at hand holds.
   *
   * @return the alarm, or empty when none was issued yet
   */
  public Optional<ExpiryAlarm> alarm() {
    lock.lock();
    try {
      return Optional.ofNullable(issued)
          .map(held -> ExpiryAlarm.of(what, held.at(), held.at().plus(lifetime.lifetime())));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Why the last attempt to issue it anew failed.
   *
   * @return the failure, or empty when it did not
   */
  public Optional<TrustException> failure() {
    lock.lock();
    try {
      return Optional.ofNullable(failure);
    } finally {
      lock.unlock();
    }
  }
}
